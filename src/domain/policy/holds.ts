import { fieldFact, valuesOf, type ChangeFacts, type FieldValue } from '../change/change-facts';
import type { FieldId } from '../change/change-field';
import type { Finding } from './evaluation';
import type { Policy } from './policy';
import { levelIndex, openRiskFields, riskOf } from './risk';
import type { Condition, Truth } from './condition';

/** What a condition is looked at with. */
export interface ConditionContext {
  readonly policy: Policy;
  readonly facts: Pick<ChangeFacts, 'fields'>;
}

/**
 * Whether a condition holds, in three-valued logic: a field that could not be read makes it unknown, unless the rest of
 * the condition decides without it. An empty field is in no list, and reaches no number; but the risk of a change that
 * has not been assessed is unknown, not low. A question that nobody has answered is unknown, and so is a term that the
 * policy does not know.
 */
export function holds(condition: Condition, context: ConditionContext): Truth {
  const asked: AnyCondition = condition;
  if (asked.field !== undefined) return fieldHolds(asked.field, asked, context.facts);
  if (asked.all !== undefined) return allHold(asked.all, context);
  if (asked.any !== undefined) return anyHolds(asked.any, context);
  if (asked.not !== undefined) return negate(holds(asked.not, context));
  if (asked.term !== undefined) {
    const term = context.policy.terms.find(({ id }) => id === asked.term);
    return term === undefined ? 'unknown' : holds(term.means, context);
  }
  if (asked.answer !== undefined) return answerHolds(asked.answer, asked.in ?? [], context.policy);
  return riskHolds(asked, context);
}

/**
 * A condition of whichever kind. To read a property that may be missing is several times quicker than to ask whether an
 * object of one of eleven shapes has it, and conditions are most of what a decision looks at.
 */
type AnyCondition = { readonly [Key in KeysOf<Condition>]?: ValueOf<Condition, Key> };
type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type ValueOf<Union, Key> = Union extends unknown ? (Key extends keyof Union ? Union[Key] : never) : never;

function fieldHolds(field: FieldId, asked: AnyCondition, facts: Pick<ChangeFacts, 'fields'>): Truth {
  const fact = fieldFact(facts, field);
  if (fact.state === 'unknown') return 'unknown';
  if (asked.in !== undefined) return isAnyOf(fact.value, asked.in) ? 'yes' : 'no';
  if (asked.filled !== undefined) return isFilled(fact.value) === asked.filled ? 'yes' : 'no';
  if (fact.value === null) return 'no';
  const number = numberOf(fact.value);
  if (number === undefined) return 'unknown';
  const { atLeast = -Infinity, atMost = Infinity } = asked;
  return number >= atLeast && number <= atMost ? 'yes' : 'no';
}

function isAnyOf(value: FieldValue, options: readonly string[]): boolean {
  if (typeof value === 'string') return isOneOf(value, options);
  return valuesOf(value).some((one) => isOneOf(one, options));
}

/** Whether a text is in a list, without regard to case. */
export function isOneOf(value: string, options: readonly string[]): boolean {
  if (options.includes(value)) return true;
  let wanted: string | undefined;
  for (const option of options) {
    // Most options are of another length: nothing is gained by changing their case.
    if (option.length !== value.length) continue;
    wanted ??= value.toLowerCase();
    if (option.toLowerCase() === wanted) return true;
  }
  return false;
}

/** Whether there is anything but white space in a field. */
export function isFilled(value: FieldValue): boolean {
  return value !== null && (typeof value === 'string' ? value.trim() !== '' : value.length > 0);
}

function numberOf(value: FieldValue): number | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function riskHolds(asked: AnyCondition, { policy, facts }: ConditionContext): Truth {
  const risk = riskOf(policy, facts);
  if (risk.state === 'unknown' || risk.value === null) return 'unknown';
  if (asked.risk !== undefined) return isOneOf(risk.value, asked.risk) ? 'yes' : 'no';
  if (asked.riskAtLeast === undefined) return 'unknown';
  const { levels } = policy.risk;
  return levelIndex(levels, risk.value) >= levelIndex(levels, asked.riskAtLeast) ? 'yes' : 'no';
}

function answerHolds(answer: string, wanted: readonly string[], { answers }: Policy): Truth {
  const given = answers[answer];
  if (given === undefined) return 'unknown';
  return typeof given === 'string' && wanted.includes(given) ? 'yes' : 'no';
}

function allHold(parts: readonly Condition[], context: ConditionContext): Truth {
  let all: Truth = 'yes';
  for (const part of parts) {
    const truth = holds(part, context);
    if (truth === 'no') return 'no';
    if (truth === 'unknown') all = 'unknown';
  }
  return all;
}

function anyHolds(parts: readonly Condition[], context: ConditionContext): Truth {
  let any: Truth = 'no';
  for (const part of parts) {
    const truth = holds(part, context);
    if (truth === 'yes') return 'yes';
    if (truth === 'unknown') any = 'unknown';
  }
  return any;
}

function negate(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}

/**
 * What a condition could not look at: fields that cannot be read or hold no number where one is compared, a risk that is
 * not assessed, questions without answer.
 */
export function unknownsIn(condition: Condition, context: ConditionContext): readonly Finding[] {
  if ('field' in condition) {
    const { field } = condition;
    const fact = fieldFact(context.facts, field);
    if (fact.state === 'known') return isUnreadNumber(condition, fact.value) ? [numberExpected(field, fact.value)] : [];
    const { cause } = fact;
    return [{ met: 'unknown', reason: { code: 'field-unknown', field, cause }, remedy: { do: 'mend-lookup', cause } }];
  }
  if ('not' in condition) return unknownsIn(condition.not, context);
  if ('all' in condition) return condition.all.flatMap((part) => unknownsIn(part, context));
  if ('any' in condition) return condition.any.flatMap((part) => unknownsIn(part, context));
  if ('answer' in condition) {
    const question = condition.answer;
    if (context.policy.answers[question] !== undefined) return [];
    return [
      { met: 'unknown', reason: { code: 'question-open', question }, remedy: { do: 'answer-question', question } },
    ];
  }
  if ('term' in condition) {
    const term = context.policy.terms.find(({ id }) => id === condition.term);
    return term === undefined ? [] : unknownsIn(term.means, context);
  }
  return openRiskFields(context.policy, context.facts);
}

function isUnreadNumber(condition: Condition, value: FieldValue): value is string | readonly string[] {
  const asksForNumber = 'atLeast' in condition || 'atMost' in condition;
  return asksForNumber && value !== null && numberOf(value) === undefined;
}

function numberExpected(field: FieldId, value: string | readonly string[]): Finding {
  const reason = {
    code: 'number-expected',
    field,
    value: typeof value === 'string' ? value : value.join(', '),
  } as const;
  return { met: 'unknown', reason, remedy: { do: 'enter-number', field } };
}
