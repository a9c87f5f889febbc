import { DEFAULT_FIELD_MAP, storedFieldMap, type FieldMap } from '../../contracts/field-map';
import { readDocument } from './documents';
import { FIELD_MAP_KEY } from './storage-keys';

/** Where the parts of a change request are in this Jira; by their usual names until somebody has said otherwise. */
export async function readFieldMap(): Promise<FieldMap> {
  return (await readDocument(FIELD_MAP_KEY, storedFieldMap)) ?? DEFAULT_FIELD_MAP;
}
