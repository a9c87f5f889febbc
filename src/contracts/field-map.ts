import { z } from 'zod';
import { CHANGE_FIELDS } from '../domain/change/change-field';
import { DEFAULT_FIELD_MAP, type FieldMap } from '../domain/change/field-map';
import { STAGES } from '../domain/change/lifecycle';
import type { StoredContract } from './stored/stored-document';

export { DEFAULT_FIELD_MAP, type FieldMap, type JiraName } from '../domain/change/field-map';

export const jiraName = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ name: z.string().min(1) }),
]);

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
