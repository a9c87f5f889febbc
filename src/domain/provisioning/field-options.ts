import type { ChangeField, FieldId } from '../change/change-field';
import type { Policy } from '../policy/policy';

/** What the app itself compares with, or what every organisation needs; a policy adds its own words. */
const USUAL_OPTIONS: Readonly<Partial<Record<ChangeField, readonly string[]>>> = {
  changeType: ['Standard', 'Normal', 'Emergency'],
  riskLevel: ['Low', 'Medium', 'High'],
  environment: ['Production', 'Staging'],
  dataClass: ['Public', 'Internal', 'Regulated'],
  testSuites: ['Unit', 'Integration', 'Security'],
  outcome: ['Successful', 'Partly successful', 'Failed', 'Rolled back'],
  emergencyReason: ['Restore service', 'Fix a security issue', 'Prevent imminent data loss', 'Other'],
};

/** A list without options cannot be filled in. */
const SUGGESTED_OPTIONS: Readonly<Partial<Record<ChangeField, readonly string[]>>> = {
  category: ['Application', 'Data', 'Infrastructure', 'Network', 'Security', 'Other'],
};

/** Of a scale that a policy names one step of, people need all steps. */
const SCALES: readonly (readonly string[])[] = [
  ['Low', 'Medium', 'High'],
  ['Yes', 'No'],
  ['Development', 'Test', 'Staging', 'Production'],
];

/** What a field that the app makes may offer where neither the app nor the policy knows what there is. */
export function suggestedOptionsOf(field: FieldId): readonly string[] {
  return listed(SUGGESTED_OPTIONS, field);
}

/** The options that a field of the governed project must offer, each once, those of the app first. */
export function optionsOf(field: FieldId, policy: Policy | undefined): readonly string[] {
  return withoutRepeats([
    ...listed(USUAL_OPTIONS, field),
    ...(policy === undefined ? [] : optionsOfPolicy(field, policy)),
  ]);
}

function listed(lists: Readonly<Partial<Record<ChangeField, readonly string[]>>>, field: FieldId): readonly string[] {
  return (Object.hasOwn(lists, field) ? lists[field as ChangeField] : undefined) ?? [];
}

function optionsOfPolicy(field: FieldId, policy: Policy): readonly string[] {
  if (field === 'changeType') return policy.changeTypes.map(({ id }) => id);
  if (field === 'category') return policy.categories.map(({ id }) => id);
  if (field === 'services') return [...servicesOfWindows(policy), ...valuesNamed(field, policy)];
  const { risk } = policy;
  const levels = field === 'riskLevel' ? risk.levels : [];
  const scored = risk.how === 'scored' ? risk.dimensions.filter((one) => one.field === field) : [];
  const named = [...levels, ...scored.flatMap(({ scores }) => Object.keys(scores)), ...valuesNamed(field, policy)];
  const scale = SCALES.find((steps) => named.length > 0 && named.every((name) => steps.includes(name)));
  return scale ?? named;
}

function servicesOfWindows({ calendar }: Policy): readonly string[] {
  return calendar.windows.flatMap(({ scope }) => scope?.services ?? []);
}

/** Every value that a condition of the policy compares the field with, wherever in the document it stands. */
function valuesNamed(field: FieldId, part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((member) => valuesNamed(field, member));
  if (typeof part !== 'object' || part === null) return [];
  const own = 'field' in part && part.field === field && 'in' in part && isTexts(part.in) ? part.in : [];
  return [...own, ...Object.values(part).flatMap((member) => valuesNamed(field, member))];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Jira takes no two options that differ in nothing but case. */
function withoutRepeats(options: readonly string[]): readonly string[] {
  const seen = new Map(options.toReversed().map((option) => [option.toLowerCase(), option]));
  return [...new Set(options.map((option) => option.toLowerCase()))].flatMap((key) => seen.get(key) ?? []);
}
