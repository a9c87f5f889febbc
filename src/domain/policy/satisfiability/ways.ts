import { fieldFact } from '../../change/change-facts';
import type { Condition, Truth } from '../condition';
import { holds, isFilled, isOneOf, type ConditionContext } from '../holds';
import { isEmergency } from '../emergency';
import type { CivilDate, Policy } from '../policy';
import type { Rule, RuleOf } from '../policy-rule';
import { PATHS, type Path } from './report';

/** Rules that somebody must be there to keep. */
const ABOUT_PEOPLE: readonly Rule['kind'][] = ['approval', 'separate-duties', 'same-person', 'who-may', 'authorship'];

/** Rules that can shut a way, whoever is there. */
const ABOUT_WAYS: readonly Rule['kind'][] = ['allowed-types', 'emergency-path', 'standard-catalogue'];

/**
 * Whether a change can get stuck because of this rule. What only asks for a reason stops nothing; but who has approved
 * may matter to other rules.
 */
function canStop({ kind, strength }: Rule): boolean {
  if (kind === 'approval') return true;
  return strength === 'block' && [...ABOUT_PEOPLE, ...ABOUT_WAYS].includes(kind);
}

/** The ways that a change may go at all: the short one is for emergencies, where the policy has one. */
export function pathsOf(context: ConditionContext): readonly Path[] {
  const { policy, facts } = context;
  return policy.emergencies.mode !== 'not-allowed' && isEmergency(policy, facts) ? ['main', 'expedite'] : ['main'];
}

/** Whether the rule applies to the change. */
export function appliesTo({ when }: Rule, context: ConditionContext): Truth {
  return when === undefined ? 'yes' : holds(when, context);
}

/** The rules among those that surely apply which shut this way to the change. */
export function shuttingRules(
  applying: readonly Rule[],
  path: Path,
  context: ConditionContext,
  today: CivilDate | undefined,
): readonly Rule[] {
  return applying.filter((rule) => isOn(rule, path) && isShut(rule, context, today));
}

/**
 * Whether there is no such change: it leaves a field empty that it must have filled to get through.
 * @param required All rules of the policy that require fields.
 */
export function isUnfinished(
  required: readonly RuleOf<'required-fields'>[],
  path: Path,
  context: ConditionContext,
): boolean {
  return required.some(
    (rule) =>
      isOn(rule, path) &&
      (rule.when === undefined || holds(rule.when, context) === 'yes') &&
      rule.fields.some((wanted) =>
        (typeof wanted === 'string' ? [wanted] : wanted.oneOf).every((field) => isEmptyHere(field, context)),
      ),
  );
}

function isEmptyHere(field: string, { facts }: ConditionContext): boolean {
  const fact = fieldFact(facts, field);
  return fact.state === 'known' && !isFilled(fact.value);
}

function isShut(rule: Rule, context: ConditionContext, today: CivilDate | undefined): boolean {
  const { policy, facts } = context;
  switch (rule.kind) {
    case 'allowed-types': {
      const type = fieldFact(facts, 'changeType');
      return type.state === 'known' && typeof type.value === 'string' && !isOneOf(type.value, rule.types);
    }
    case 'emergency-path':
      return policy.emergencies.mode === 'not-allowed' || !isEmergency(policy, facts);
    case 'standard-catalogue':
      return !policy.standardChanges.some(
        ({ until, when }) =>
          (until === undefined || today === undefined || until >= today) &&
          (when === undefined || holds(when, context) !== 'no'),
      );
    default:
      return false;
  }
}

function isOn({ gates }: Rule, path: Path): boolean {
  return gates.some((gate) => (PATHS[path] as readonly string[]).includes(gate));
}

/** What of a policy decides whether a change gets stuck. */
export interface DecidingRules {
  readonly scope: Policy['scope'];
  readonly deciding: readonly Rule[];
  /** Rules without which there is no such change: see `isUnfinished`. */
  readonly required: readonly RuleOf<'required-fields'>[];
}

export function decidingRules({ scope, rules }: Policy): DecidingRules {
  const required = rules.filter((rule) => rule.kind === 'required-fields');
  return { scope, deciding: rules.filter(canStop), required: required.filter(({ strength }) => strength === 'block') };
}

/** The conditions on which it depends whether a change gets stuck. */
export function decidingConditions(policy: Policy): readonly Condition[] {
  const { scope, deciding } = decidingRules(policy);
  const catalogue = deciding.some(({ kind }) => kind === 'standard-catalogue') ? policy.standardChanges : [];
  return [scope, ...deciding, ...catalogue].flatMap(({ when }) => (when === undefined ? [] : [when]));
}
