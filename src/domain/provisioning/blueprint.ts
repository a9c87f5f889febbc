import { CHANGE_FIELDS, FIELD_KINDS, type ChangeField, type FieldId, type FieldKind } from '../change/change-field';
import { SYSTEM_FIELDS } from '../change/field-map';
import { FIELD_TITLES } from '../change/jira-titles';
import type { Policy } from '../policy/policy';
import type { Settings } from '../settings';
import { optionsOf, suggestedOptionsOf } from './field-options';
import { acceptedForms, formOf, hasOptions, type FieldSpec } from './field-spec';
import { GATE_SCREEN_FIELDS, type ScreenKey } from './governed-screens';
import { GOVERNED_TRANSITIONS, type GovernedTransition } from './governed-workflow';
import { allGuards, type Guard } from './guards';

export interface GuardedTransition extends GovernedTransition {
  readonly guards: readonly Guard[];
}

/** What a governed project consists of under a policy, whatever is there already. */
export interface Blueprint {
  /** The fields that are not Jira's own, in the order of the main screen. */
  readonly fields: readonly FieldSpec[];
  readonly transitions: readonly GuardedTransition[];
}

/** What the change fields of Jira Service Management are called. */
const SERVICE_TITLES: Readonly<Partial<Record<ChangeField, string>>> = {
  riskLevel: 'Change risk',
  plannedStart: 'Change start date',
  plannedEnd: 'Change completion date',
  rollbackSteps: 'Backout plan',
};

/** @param policy The one in force; undefined where none is yet: then only what every policy needs. */
export function blueprintFor(policy: Policy | undefined, settings: Settings): Blueprint {
  const common = CHANGE_FIELDS.filter((field) => SYSTEM_FIELDS[field] === undefined).map((field) => ({
    ...specOf(field, FIELD_TITLES[field], FIELD_KINDS[field], policy),
    serviceTitle: SERVICE_TITLES[field] ?? null,
  }));
  const own = (policy?.fields ?? []).map(({ id, title, kind }) => ({ ...specOf(id, title, kind, policy), own: true }));
  return {
    fields: [...common, ...own],
    transitions: GOVERNED_TRANSITIONS.map((transition) => ({
      ...transition,
      guards: allGuards(policy, settings, transition),
    })),
  };
}

function specOf(field: FieldId, title: string, kind: FieldKind, policy: Policy | undefined): FieldSpec {
  const named = optionsOf(field, policy);
  const form = formOf(field, kind, named);
  const options = hasOptions(form) ? named : [];
  const suggestedOptions = options.length === 0 ? suggestedOptionsOf(field) : [];
  return {
    field,
    title,
    form,
    accepts: acceptedForms(kind),
    options,
    suggestedOptions,
    serviceTitle: null,
    own: false,
  };
}

/** The fields of the app and the policy on a screen, in order; those of Jira itself are not among them. */
export function fieldsOnScreen({ fields }: Blueprint, screen: ScreenKey): readonly FieldId[] {
  const known = fields.map(({ field }) => field);
  return screen === 'main' ? known : GATE_SCREEN_FIELDS[screen].filter((field) => known.includes(field));
}
