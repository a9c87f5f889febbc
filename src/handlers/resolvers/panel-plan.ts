import type { GovernedPanel } from '../../contracts/api/panel-api';
import { FIELD_TITLES, fieldTitle, isChangeField } from '../../contracts/field-titles';
import { fieldText, type ChangeFacts } from '../../domain/change/change-facts';
import { kindOfField, type ChangeField, type FieldId, type FieldKind } from '../../domain/change/change-field';
import type { AccountId } from '../../domain/change/identity';
import type { Policy } from '../../domain/policy/policy';
import { riskOf } from '../../domain/policy/risk';

/** The plan as an approver reads it: what, why, impact, when, how to go back, how it is tested. */
const ORDER: readonly ChangeField[] = [
  'description',
  'businessJustification',
  'scope',
  'category',
  'services',
  'environment',
  'dataClass',
  'tags',
  'impactAnalysis',
  'riskLevel',
  'riskAssessment',
  'implementationPlan',
  'plannedStart',
  'plannedEnd',
  'rollbackSteps',
  'rollbackOwner',
  'rollbackTrigger',
  'testPlan',
  'testResults',
  'standardTemplate',
  'emergencyReason',
  'incident',
  'exceptionTo',
];

/** The lines of the plan: every material field of the policy, and what else of a plan the change says. */
export function planLines(policy: Policy, facts: ChangeFacts): GovernedPanel['plan'] {
  return planFields(policy, facts).map((field) => ({
    label: isChangeField(field) ? FIELD_TITLES[field] : fieldTitle(policy, field),
    value: shownValue(facts, field),
    kind: shownKind(kindOfField(field, policy.fields)),
  }));
}

/** The people that the plan names, as far as they could be read. */
export function peopleInPlan(policy: Policy, facts: ChangeFacts): readonly AccountId[] {
  const named = planFields(policy, facts).filter((field) => kindOfField(field, policy.fields) === 'person');
  return named.flatMap((field) => fieldText(facts, field) ?? []);
}

/** The value of a field in words; null where it is empty. */
export function shownValue(facts: ChangeFacts, field: FieldId): string | null {
  const fact = facts.fields[field];
  if (fact?.state === 'unknown') return `(could not be read: ${fact.cause.detail})`;
  return fieldText(facts, field) ?? null;
}

/** The risk level, asked or scored; null while it is not known. */
export function riskText(policy: Policy, facts: ChangeFacts): string | null {
  if (policy.risk.levels.length === 0) return null;
  const risk = riskOf(policy, facts);
  return risk.state === 'known' ? risk.value : null;
}

function planFields(policy: Policy, facts: ChangeFacts): readonly FieldId[] {
  const isMaterial = (field: FieldId): boolean => policy.materialFields.includes(field);
  const own = policy.fields.filter(({ id }) => isMaterial(id)).map(({ id }) => id);
  return [...ORDER.filter((field) => isMaterial(field) || fieldText(facts, field) !== undefined), ...own];
}

/** How a value of a kind is shown. */
export function shownKind(kind: FieldKind): 'text' | 'person' | 'instant' {
  return kind === 'person' || kind === 'instant' ? kind : 'text';
}
