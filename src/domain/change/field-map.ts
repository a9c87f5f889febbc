import { CHANGE_FIELDS, type ChangeField } from './change-field';
import { CHANGE_REQUEST, FIELD_TITLES, STAGE_TITLES } from './jira-titles';
import { STAGES, type Stage } from './lifecycle';

/** How something of Jira is known: by its id, or by the name that people see. */
export type JiraName = { readonly id: string } | { readonly name: string };

/** Where the parts of a change request are in this Jira. */
export interface FieldMap {
  readonly issueType: JiraName;
  readonly fields: Readonly<Record<ChangeField, JiraName>>;
  readonly stages: Readonly<Record<Stage, JiraName>>;
}

/** Fields that every Jira has under the same id. */
export const SYSTEM_FIELDS: Readonly<Partial<Record<ChangeField, string>>> = {
  summary: 'summary',
  description: 'description',
  tags: 'labels',
};

/** The fields that are known by their id, with it. */
export function knownFieldIds({ fields }: Pick<FieldMap, 'fields'>): readonly (readonly [ChangeField, string])[] {
  return CHANGE_FIELDS.flatMap((field) => ('id' in fields[field] ? [[field, fields[field].id] as const] : []));
}

/** What holds until provisioning has written a field map: everything is found by the name that people see. */
export const DEFAULT_FIELD_MAP: FieldMap = {
  issueType: { name: CHANGE_REQUEST },
  fields: mapOf(CHANGE_FIELDS, (field) => {
    const id = SYSTEM_FIELDS[field];
    return id === undefined ? { name: FIELD_TITLES[field] } : { id };
  }),
  stages: mapOf(STAGES, (stage) => ({ name: STAGE_TITLES[stage] })),
};

function mapOf<K extends string>(keys: readonly K[], of: (key: K) => JiraName): Readonly<Record<K, JiraName>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, JiraName>;
}
