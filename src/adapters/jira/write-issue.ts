import { asUser, route } from '@forge/api';
import type { FieldMap } from '../../contracts/field-map';
import { FIELD_TITLES, STAGE_TITLES } from '../../contracts/field-titles';
import { editMeta, jiraRefusal, offeredTransitions, type FieldMeta } from '../../contracts/jira/editing';
import { CHANGE_FIELDS, type FieldId, type OwnField } from '../../domain/change/change-field';
import type { Stage } from '../../domain/change/lifecycle';
import { Failure } from '../../domain/failure';
import type { WrittenValues } from '../../ports/change-requests';
import { fromJira, reach } from './jira-answer';
import { findStage } from './read-change';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };

/** Writes fields as the person behind this invocation: what that person may not edit is not written. */
export async function writeFields(
  id: string,
  values: WrittenValues,
  map: FieldMap,
  own: readonly OwnField[],
): Promise<void> {
  const { fields } = await fromJira(
    asUser().requestJira(route`/rest/api/3/issue/${id}/editmeta`, JSON_ANSWER),
    editMeta,
  );
  await send('PUT', route`/rest/api/3/issue/${id}`, { fields: toJira(values, fields, map, own) });
}

/** Takes a transition to a stage as the person behind this invocation. */
export async function moveIssue(id: string, to: Stage, map: FieldMap): Promise<void> {
  const path = route`/rest/api/3/issue/${id}/transitions`;
  const { transitions } = await fromJira(asUser().requestJira(path, JSON_ANSWER), offeredTransitions);
  const transition = transitions.find((offered) => findStage(map, offered.to) === to);
  if (transition === undefined) {
    throw new Failure('not-allowed', `Jira does not offer you to move this issue to ${STAGE_TITLES[to]} now.`);
  }
  await send('POST', path, { transition: { id: transition.id } });
}

function toJira(
  values: WrittenValues,
  fields: Readonly<Record<string, FieldMeta>>,
  map: FieldMap,
  own: readonly OwnField[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]): [string, unknown] => {
      const found = Object.entries(fields).find(([id, { name }]) => isMeant(field, { id, name }, map, own));
      if (found === undefined) {
        throw new Failure(
          'not-allowed',
          `You cannot edit ${titleOf(field, own)} here. Ask a Jira admin whether it is on the screen.`,
        );
      }
      const [id, meta] = found;
      return [id, jiraValue(value, meta)];
    }),
  );
}

function isMeant(
  field: FieldId,
  candidate: { readonly id: string; readonly name: string },
  map: FieldMap,
  own: readonly OwnField[],
): boolean {
  const builtIn = CHANGE_FIELDS.find((one) => one === field);
  if (builtIn === undefined) return candidate.name === titleOf(field, own);
  const name = map.fields[builtIn];
  return 'id' in name ? candidate.id === name.id : candidate.name === name.name;
}

function titleOf(field: FieldId, own: readonly OwnField[]): string {
  const builtIn = CHANGE_FIELDS.find((one) => one === field);
  return builtIn === undefined ? (own.find(({ id }) => id === field)?.title ?? field) : FIELD_TITLES[builtIn];
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#atlassian-document-format : text areas only. */
function jiraValue(value: string | readonly string[], { schema }: FieldMeta): unknown {
  const values = typeof value === 'string' ? [value] : value;
  if (schema.type === 'array') return schema.items === 'option' ? values.map((one) => ({ value: one })) : values;
  const text = values.join(', ');
  if (schema.type === 'option') return { value: text };
  return schema.custom?.endsWith(':textarea') === true ? documentOf(text) : text;
}

function documentOf(text: string): unknown {
  const lines = text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line !== '' && { content: [{ type: 'text', text: line }] }),
  }));
  return { type: 'doc', version: 1, content: lines };
}

/** @throws Failure in Jira's own words where it says why it refuses. */
async function send(method: 'PUT' | 'POST', path: ReturnType<typeof route>, body: unknown): Promise<void> {
  const response = await reach(
    asUser().requestJira(path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (response.ok) return;
  if (response.status !== 400 && response.status !== 403) {
    await fromJira(Promise.resolve(response), editMeta);
    return;
  }
  const said = jiraRefusal.safeParse(await response.json().catch(() => undefined));
  const words = said.success ? [...said.data.errorMessages, ...Object.values(said.data.errors)] : [];
  throw new Failure('not-allowed', words.length > 0 ? words.join(' ') : 'Jira does not let you change this issue.');
}
