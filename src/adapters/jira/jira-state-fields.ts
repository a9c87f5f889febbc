import { asApp, route } from '@forge/api';
import { issueWithSchemas, saidIn, stateValueOf } from '../../contracts/jira/state-value';
import { person } from '../../contracts/jira/issue';
import { canonicalJson } from '../../domain/canonical';
import type { Policy } from '../../domain/policy/policy';
import type { ChangeState } from '../../domain/shown-state/change-state';
import type { FoundFields, StateFields, StateReading } from '../../ports/state-fields';
import { Failure } from '../../domain/failure';
import { requireIssueId } from './issue-id';
import { fromJira, reach } from './jira-answer';
import { isOfModule, STATE_FIELD } from './own-module';

/** As in manifest.yml. */
const APPROVERS = 'awaited-approvers';

/** A list field keeps so many: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#collection-types */
const MOST_PEOPLE = 100;

const JSON_ANSWER = { headers: { Accept: 'application/json' } };

/**
 * The app's own custom fields in Jira, found by the ids of their modules and written by the app only: they are declared
 * read-only. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/
 */
export class JiraStateFields implements StateFields {
  async read(changeId: string): Promise<StateReading> {
    const id = requireIssueId(changeId);
    const path = route`/rest/api/3/issue/${id}?fields=*all,-comment,-worklog,-attachment&expand=schema`;
    const { fields, schema } = await fromJira(asApp().requestJira(path, JSON_ANSWER), issueWithSchemas);
    const idOf = (moduleKey: string) =>
      Object.keys(schema).find((field) => isOfModule(schema[field]?.custom, moduleKey));
    const [stateId, approversId] = [idOf(STATE_FIELD), idOf(APPROVERS)];
    const held = [stateId, approversId].filter((field) => field !== undefined);
    return {
      said: stateId === undefined ? undefined : saidIn(fields[stateId]),
      found: {
        ...Object.fromEntries(held.map((field): [string, unknown] => [field, fields[field]])),
        [STATE_FIELD]: stateId,
        [APPROVERS]: approversId,
      },
    };
  }

  async write(
    changeId: string,
    state: ChangeState | null,
    policy: Policy | undefined,
    found: FoundFields,
  ): Promise<boolean> {
    const id = Number(requireIssueId(changeId));
    const value = state === null ? null : stateValueOf(state, policy);
    const people = state?.approvers.slice(0, MOST_PEOPLE).map((accountId) => ({ accountId })) ?? [];
    const said = await writeChanged(id, found, STATE_FIELD, value, (before) => before ?? null);
    const asked = await writeChanged(id, found, APPROVERS, people.length === 0 ? null : people, accountsIn);
    return said || asked;
  }
}

/** Writes one field, unless it holds the value already. */
async function writeChanged(
  issueId: number,
  found: FoundFields,
  moduleKey: string,
  value: unknown,
  heldIn: (before: unknown) => unknown,
): Promise<boolean> {
  const field = found[moduleKey];
  if (typeof field !== 'string') {
    if (value === null) return false;
    throw new Failure('not-set-up', 'The fields of the app are not there in Jira. Deploy the app again.');
  }
  if (canonicalJson(heldIn(found[field])) === canonicalJson(value)) return false;
  await send(field, { updates: [{ issueIds: [issueId], value }] });
  return true;
}

/** Who is in a field of several people, in the form in which it is written, in order; null for nobody. */
function accountsIn(before: unknown): unknown {
  const people = (Array.isArray(before) ? before : []).flatMap((one: unknown) => person.safeParse(one).data ?? []);
  const ids = people.map(({ accountId }) => accountId).sort();
  return ids.length === 0 ? null : ids.map((accountId) => ({ accountId }));
}

/**
 * Without a line in the history of the issue, which would tell of every step twice, and without an event to this app or
 * to others: https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3233
 */
async function send(field: string, body: object): Promise<void> {
  const path = route`/rest/api/3/app/field/${field}/value?generateChangelog=false&generateAppEvents=false`;
  const response = await reach(
    asApp().requestJira(path, {
      method: 'PUT',
      headers: { ...JSON_ANSWER.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (response.ok) return;
  if (response.status === 404) throw new Failure('not-found', 'Jira has no such issue or field.');
  if (response.status === 429 || response.status >= 500)
    throw new Failure('unreachable', 'Jira did not answer. Try again.');
  throw new Failure('unexpected-answer', `Jira refused to keep where a change stands (${String(response.status)}).`);
}
