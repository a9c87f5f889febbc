import type { ChangeFacts } from '../change/change-facts';
import type { ChangeField } from '../change/change-field';

/** When a rule applies. Compares option fields of the change by their value, without regard to case. */
export type Condition =
  | { readonly field: ChangeField; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Truth = 'yes' | 'no' | 'unknown';

/**
 * Whether a condition holds, in three-valued logic: a field that could not be read makes it unknown, unless the rest of
 * the condition decides without it. An empty field is in no list.
 */
export function holds(condition: Condition, facts: ChangeFacts): Truth {
  if ('field' in condition) {
    const fact = facts.fields[condition.field];
    if (fact.state === 'unknown') return 'unknown';
    const value = fact.value?.toLowerCase();
    return value !== undefined && condition.in.some((option) => option.toLowerCase() === value) ? 'yes' : 'no';
  }
  if ('all' in condition) return every(condition.all.map((part) => holds(part, facts)));
  if ('any' in condition) return negate(every(condition.any.map((part) => negate(holds(part, facts)))));
  return negate(holds(condition.not, facts));
}

/** Every field that a condition looks at, each once, in the order of the text. */
export function fieldsIn(condition: Condition): readonly ChangeField[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return fieldsIn(condition.not);
  return [...new Set(('all' in condition ? condition.all : condition.any).flatMap(fieldsIn))];
}

function every(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function negate(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}
