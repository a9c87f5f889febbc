import type { Condition } from '../policy/condition';
import type { Duty } from '../policy/duty';
import { isOneOf } from '../policy/holds';
import type { Policy } from '../policy/policy';
import { levelIndex } from '../policy/risk';
import { all, any, not, type Logic } from './expression-logic';
import { ACTING_PERSON } from './expression-text';
import { chosenIn, fieldLogic, isAmongOptions, type FieldCondition } from './field-logic';
import type { UnsaidCause } from './guard';

/**
 * A condition in the three-valued logic of `holds`: when it is surely met, and when it is surely not. `twoValued` where
 * one is the opposite of the other: nothing about it can be unknown.
 */
export interface Said {
  readonly yes: Logic;
  readonly no: Logic;
  readonly twoValued: boolean;
}

export interface ConditionAsked {
  readonly policy: Policy;
  /** The duty that the acting person takes on: whom the change names for it does not matter. */
  readonly duty: Duty;
}

export type Sayable = Said | { readonly unsaid: UnsaidCause };

const UNKNOWN: Said = { yes: false, no: false, twoValued: false };
const ALWAYS = twoValued(true);

/** A condition as parts of an expression. Answers and terms of the policy are looked up while it is compiled. */
export function sayCondition(condition: Condition | undefined, asked: ConditionAsked): Sayable {
  return condition === undefined ? ALWAYS : say(condition, asked, []);
}

function say(condition: Condition, asked: ConditionAsked, within: readonly string[]): Sayable {
  const { policy } = asked;
  if ('field' in condition) return sayField(condition, asked);
  if ('all' in condition) return sayParts(condition.all, asked, within, all, any);
  if ('any' in condition) return sayParts(condition.any, asked, within, any, all);
  if ('not' in condition) return opposite(say(condition.not, asked, within));
  if ('answer' in condition) {
    const given = policy.answers[condition.answer];
    return given === undefined ? UNKNOWN : twoValued(typeof given === 'string' && condition.in.includes(given));
  }
  if ('term' in condition) {
    const means = policy.terms.find(({ id }) => id === condition.term)?.means;
    if (means === undefined || within.includes(condition.term)) return UNKNOWN;
    return say(means, asked, [...within, condition.term]);
  }
  return sayRisk(condition, policy);
}

function sayField(condition: FieldCondition, { policy, duty }: ConditionAsked): Sayable {
  if (condition.field === duty) {
    if ('filled' in condition) return twoValued(condition.filled);
    if ('in' in condition) return twoValued(isAmongOptions(`${ACTING_PERSON}.toLowerCase()`, condition.in));
  }
  const logic = fieldLogic(condition, policy);
  return logic === undefined ? { unsaid: 'text' } : twoValued(logic);
}

/** What is no level of the policy is not known, and so is a risk that nobody has assessed. */
function sayRisk(
  condition: Extract<Condition, { readonly risk: unknown } | { readonly riskAtLeast: unknown }>,
  { risk: { how, levels } }: Policy,
): Sayable {
  if (how === 'scored') return { unsaid: 'scored-risk' };
  const isMeant = (level: string) =>
    'risk' in condition
      ? isOneOf(level, condition.risk)
      : levelIndex(levels, level) >= levelIndex(levels, condition.riskAtLeast);
  const level = chosenIn('riskLevel');
  return {
    yes: isAmongOptions(level, levels.filter(isMeant)),
    no: isAmongOptions(
      level,
      levels.filter((one) => !isMeant(one)),
    ),
    twoValued: false,
  };
}

function sayParts(
  parts: readonly Condition[],
  asked: ConditionAsked,
  within: readonly string[],
  joinYes: typeof all,
  joinNo: typeof all,
): Sayable {
  const said: Said[] = [];
  for (const part of parts) {
    const one = say(part, asked, within);
    if ('unsaid' in one) return one;
    said.push(one);
  }
  const yes = joinYes(said.map((part) => part.yes));
  if (said.every((part) => part.twoValued)) return twoValued(yes);
  return { yes, no: joinNo(said.map((part) => part.no)), twoValued: false };
}

function opposite(said: Sayable): Sayable {
  return 'unsaid' in said ? said : { yes: said.no, no: said.yes, twoValued: said.twoValued };
}

function twoValued(yes: Logic): Said {
  return { yes, no: not(yes), twoValued: true };
}
