import { z } from 'zod';
import type { Site } from '../sandbox';
import type { Person } from '../sandbox/platform';
import { panelView, type PanelView } from '../src/contracts/api/panel-api';
import { resultOf } from '../src/contracts/api/result';

const created = z.object({ id: z.string(), key: z.string() });
const fieldList = z.array(
  z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: z.string().optional() }).optional() }),
);
const transitionList = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });
const refusal = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** What Jira answered to a transition: done, or the messages with which it was refused. */
export type TransitionAnswer = { readonly done: true } | { readonly done: false; readonly messages: readonly string[] };

/** Text (also for rich text), an option, an ISO instant, a person, or a list of options or labels; null empties a field. */
type FieldEntry = string | readonly string[] | Person | null;

/** Values of fields by their name in Jira. */
export type FieldInput = Readonly<Record<string, FieldEntry>>;

/** A person who uses the site from outside: Jira and Confluence by REST, the app by its front ends. */
export interface Visitor {
  readonly person: Person;
  get(path: string): Promise<unknown>;
  put(path: string, body: unknown): Promise<unknown>;
  createChange(fields: FieldInput): Promise<string>;
  edit(key: string, fields: FieldInput): Promise<void>;
  transition(key: string, name: string, fields?: FieldInput): Promise<TransitionAnswer>;
  panel(key: string): Promise<PanelView>;
  /** Votes on the plan as the panel shows it. @throws with the app's words when the vote is refused. */
  vote(key: string, decision: 'approve' | 'decline' | 'withdraw', comment?: string): Promise<PanelView>;
  call(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    context?: { issueKey?: string; contentId?: string },
  ): Promise<unknown>;
}

export function visit(site: Site, person: Person): Visitor {
  const authorization = `Basic ${Buffer.from(`${person.emailAddress}:sandbox`).toString('base64')}`;

  const send = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await site.fetch(
      new Request(new URL(path, site.baseUrl()), {
        method,
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const must = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await send(method, path, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const toJira = async (fields: FieldInput): Promise<Record<string, unknown>> => {
    const known = fieldList.parse(await must('GET', '/rest/api/3/field'));
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const field = known.find((candidate) => candidate.name === name);
        if (field === undefined) throw new Error(`The site has no field ${name}.`);
        return [field.id, jiraValue(field.id, field.schema?.custom ?? '', value)];
      }),
    );
  };
  const invoke = (
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    context?: { issueKey?: string; contentId?: string },
  ) => site.invoke(moduleKey, functionKey, payload, { as: person.accountId, ...(context && { context }) });
  const panelCall = async (functionKey: string, payload: unknown, issueKey: string): Promise<PanelView> => {
    const result = resultOf(panelView).parse(await invoke('change-panel', functionKey, payload, { issueKey }));
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  return {
    person,
    get: (path) => must('GET', path),
    put: (path, body) => must('PUT', path, body),
    createChange: async (fields) => {
      const body = { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, ...(await toJira(fields)) };
      return created.parse(await must('POST', '/rest/api/3/issue', { fields: body })).key;
    },
    edit: async (key, fields) => {
      await must('PUT', `/rest/api/3/issue/${key}`, { fields: await toJira(fields) });
    },
    transition: async (key, name, fields = {}) => {
      const path = `/rest/api/3/issue/${key}/transitions`;
      const { transitions } = transitionList.parse(await must('GET', path));
      const transition = transitions.find((candidate) => candidate.name === name);
      if (transition === undefined) throw new Error(`${key} offers no transition ${name}.`);
      const answer = await send('POST', path, { transition: { id: transition.id }, fields: await toJira(fields) });
      if (answer.status < 300) return { done: true };
      const { errorMessages, errors } = refusal.parse(answer.body);
      return { done: false, messages: [...errorMessages, ...Object.values(errors)] };
    },
    panel: (key) => panelCall('getPanel', {}, key),
    vote: async (key, decision, comment = '') => {
      const seen = await panelCall('getPanel', {}, key);
      if (seen.state !== 'governed') throw new Error(`${key} is not governed.`);
      return panelCall('castVote', { decision, comment, seenFingerprint: seen.fingerprint }, key);
    },
    call: invoke,
  };
}

function jiraValue(id: string, custom: string, value: FieldEntry): unknown {
  if (value === null) return null;
  if (isList(value)) return custom.endsWith(':multiselect') ? value.map((option) => ({ value: option })) : value;
  if (typeof value !== 'string') return { accountId: value.accountId };
  if (custom.endsWith(':select')) return { value };
  if (id === 'description' || custom.endsWith(':textarea')) return asDocument(value);
  return value;
}

/** `Array.isArray` does not tell a list that may not be written to from other objects. */
function isList(value: FieldEntry): value is readonly string[] {
  return Array.isArray(value);
}

/** Plain text as an Atlassian document: one paragraph for each line. */
function asDocument(text: string): unknown {
  const content = text
    .split('\n')
    .map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    );
  return { type: 'doc', version: 1, content };
}
