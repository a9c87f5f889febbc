import type { FieldId } from '../change/change-field';
import type { Gate } from '../change/lifecycle';

/** How a clause of the policy document is served. Only `enforced` can stop a change. */
export const SERVICES = ['enforced', 'evidenced', 'reminded', 'outside', 'no-text'] as const;

export type Service = (typeof SERVICES)[number];

/** What the document says may happen without delay: rules that ask for these things at the gate contradict it. */
export interface ClausePromise {
  readonly gate: Gate;
  readonly types: readonly string[];
  /** Things that may not stop a change of these types at this gate: approvals, or the filling of fields. */
  readonly without: readonly ('approval' | FieldId)[];
}

/** One clause of the organisation's document, with its own words and what the app does about it. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly service: Service;
  /** The number under which the document itself has the clause, where it has one: what "see section 4" refers to. */
  readonly section?: string;
  /** For what is not enforced: which record, clock or person serves it, in one sentence. */
  readonly note?: string;
  readonly promises?: ClausePromise;
}

/** How an open question is answered. */
export type QuestionKind = 'text' | 'date' | 'months' | 'choice' | 'freezes';

/**
 * Something that the document leaves open or says in two ways: a placeholder, or two clauses against each other. The
 * policy cannot be put in force until its owner has answered.
 */
export interface Question {
  readonly id: string;
  /** The clauses it is about; two that contradict each other are both named. */
  readonly clauses: readonly string[];
  readonly ask: string;
  /** The words in the document that stand for the missing answer, e.g. `[X years]`. */
  readonly placeholder?: string;
  readonly kind: QuestionKind;
  /** For a choice: what can be chosen. */
  readonly options?: readonly { readonly id: string; readonly title: string }[];
}
