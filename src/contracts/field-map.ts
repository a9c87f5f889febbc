import { z } from 'zod';
import { CHANGE_FIELDS, type ChangeField } from '../domain/change/change-field';
import { STAGES, type Stage } from '../domain/change/lifecycle';
import { CHANGE_REQUEST, FIELD_TITLES, STAGE_TITLES } from './field-titles';
import type { StoredContract } from './stored/stored-document';

/** How something of Jira is known: by its id, or by the name that people see. */
export type JiraName = { readonly id: string } | { readonly name: string };

/** Where the parts of a change request are in this Jira. */
export interface FieldMap {
  readonly issueType: JiraName;
  readonly fields: Readonly<Record<ChangeField, JiraName>>;
  readonly stages: Readonly<Record<Stage, JiraName>>;
}

const jiraName = z.union([z.strictObject({ id: z.string().min(1) }), z.strictObject({ name: z.string().min(1) })]);

/** The field map as provisioning writes it, under the key `field-map`. */
export const storedFieldMap: StoredContract<FieldMap> = {
  schemaVersion: 2,
  document: z.strictObject({
    issueType: jiraName,
    fields: z.record(z.enum(CHANGE_FIELDS), jiraName),
    stages: z.record(z.enum(STAGES), jiraName),
  }),
  upgrades: { 1: withNewFields },
};

/** The first form knew fewer fields: the others are found by the names that they usually have. */
function withNewFields(document: unknown): unknown {
  const first = z.looseObject({ fields: z.record(z.string(), z.unknown()) }).safeParse(document);
  return first.success ? { ...first.data, fields: { ...DEFAULT_FIELD_MAP.fields, ...first.data.fields } } : document;
}

/** Fields that every Jira has under the same id. */
const SYSTEM_FIELDS: Readonly<Partial<Record<ChangeField, string>>> = {
  summary: 'summary',
  description: 'description',
  tags: 'labels',
};

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
