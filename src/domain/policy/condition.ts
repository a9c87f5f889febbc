import type { FieldId } from '../change/change-field';

/**
 * When something applies. Options compare by their value, without regard to case; a field of several values is in a list
 * when one of them is. `term` stands for the condition that the policy gives to one of its words; `answer` looks at what
 * the policy's owner answered to a question.
 */
export type Condition =
  | { readonly field: FieldId; readonly in: readonly string[] }
  | { readonly field: FieldId; readonly filled: boolean }
  | { readonly field: FieldId; readonly atLeast: number }
  | { readonly field: FieldId; readonly atMost: number }
  | { readonly risk: readonly string[] }
  | { readonly riskAtLeast: string }
  | { readonly term: string }
  | { readonly answer: string; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Truth = 'yes' | 'no' | 'unknown';
