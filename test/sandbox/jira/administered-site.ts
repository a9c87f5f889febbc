/** A test site as its administrator sees it, with what tests of fields need. */
import { at, CARL, createTestSite } from './test-site';
import type { Answer, TestSite } from './test-site';

export const API = '/rest/api/3';
export const FIELD_TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

export interface AdministeredSite {
  readonly site: TestSite;
  /** Asks as Carl; `path` is below `/rest/api/3`. */
  readonly admin: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Makes a select field with these options; `path` is where its options are. */
  readonly newSelect: (...values: string[]) => Promise<{ field: string; context: string; path: string }>;
  /** Puts a field on the screen of change requests. */
  readonly show: (fieldId: string) => Promise<void>;
}

export function administeredSite(site: TestSite = createTestSite()): AdministeredSite {
  const admin = (method: string, path: string, body?: unknown): Promise<Answer> =>
    site.ask(CARL, method, `${API}${path}`, body);
  return {
    site,
    admin,
    newSelect: async (...values) => {
      const searcherKey = `${FIELD_TYPES}:multiselectsearcher`;
      const body = { name: 'Change risk', type: `${FIELD_TYPES}:select`, searcherKey };
      const field = String(at((await admin('POST', '/field', body)).body, 'id'));
      const context = String(at((await admin('GET', `/field/${field}/context`)).body, 'values', 0, 'id'));
      const path = `/field/${field}/context/${context}/option`;
      if (values.length > 0) await admin('POST', path, { options: values.map((value) => ({ value })) });
      return { field, context, path };
    },
    show: async (fieldId) => {
      const tab = String(at((await admin('GET', '/screens/10001/tabs')).body, 0, 'id'));
      await admin('POST', `/screens/10001/tabs/${tab}/fields`, { fieldId });
    },
  };
}

/** A new screen with fields on its one tab; the ids of both. */
export async function newScreen(
  admin: AdministeredSite['admin'],
  name: string,
  ...fieldIds: string[]
): Promise<{ screen: number; tab: number }> {
  const screen = Number(at((await admin('POST', '/screens', { name })).body, 'id'));
  const tab = Number(at((await admin('GET', `/screens/${screen}/tabs`)).body, 0, 'id'));
  for (const fieldId of fieldIds) await admin('POST', `/screens/${screen}/tabs/${tab}/fields`, { fieldId });
  return { screen, tab };
}

export const messages = (answer: Answer): unknown => at(answer.body, 'errorMessages');

/** One member of each entry of a list. */
export const each = (list: unknown, member: string): unknown =>
  Array.isArray(list) ? list.map((entry: unknown) => at(entry, member)) : list;

/** The names of what an answer or a part of it has. */
export const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];
