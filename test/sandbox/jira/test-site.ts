/** A Jira of its own for each test: stopped clock, recorded events, an app that answers as the test says. */
import { createDirectory } from '../../../sandbox/directory';
import { createJira } from '../../../sandbox/jira';
import type { Jira } from '../../../sandbox/jira';
import type {
  ActionValidator,
  Actor,
  AppField,
  ExtensionRule,
  ProductEvent,
  SiteClock,
  ValidatorAnswer,
  ValidatorCall,
} from '../../../sandbox/platform';
import type { SiteSeed } from '../../../sandbox/seed';
import { SEED } from './jira-seed';

export const BASE_URL = 'http://127.0.0.1:2990';
export const APP_ARI = 'ari:cloud:ecosystem::extension/app/environment/static';
/** What the app that is installed on the test site offers. */
export const RULES: readonly ExtensionRule[] = [
  { key: `${APP_ARI}/change-gate`, type: 'Validator', name: 'Change gate', description: 'Asks the policy.' },
  { key: `${APP_ARI}/change-actor`, type: 'Condition', name: 'Who may', description: 'Asks for the person.' },
];
export const START = '2026-03-02T09:00:00.000Z';

const user = (accountId: string): Actor => ({ kind: 'user', accountId });
/** Requester, in `engineers`. */
export const ANNA = user('anna');
/** In `engineers` and `approvers`. */
export const BEN = user('ben');
/** Jira administrator. */
export const CARL = user('carl');
/** In no group at all. */
export const DORA = user('dora');
export const APP: Actor = { kind: 'app', accountId: 'app-1' };
export const NOBODY: Actor = { kind: 'anonymous' };

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Answer {
  readonly status: number;
  /** Undefined when the answer has no body. */
  readonly body: unknown;
}

export type Validate = (call: ValidatorCall) => Promise<ValidatorAnswer | undefined>;

export interface TestSite {
  readonly jira: Jira;
  readonly clock: SiteClock;
  readonly events: ProductEvent[];
  readonly calls: ValidatorCall[];
  validateWith(validate: Validate): void;
  /** Replaces what the installed app offers. */
  install(app: {
    readonly rules?: readonly ExtensionRule[];
    readonly actionValidators?: readonly ActionValidator[];
    readonly fields?: readonly AppField[];
  }): void;
  ask(actor: Actor, method: string, path: string, body?: unknown): Promise<Answer>;
  /** The id of a custom field. */
  field(name: string): string;
}

/** Sets up the site of `jira-seed.ts`, or of another seed. The app allows everything until told otherwise. */
export function createTestSite(seed: SiteSeed = SEED): TestSite {
  const clock = stoppedClock();
  const events: ProductEvent[] = [];
  const calls: ValidatorCall[] = [];
  let rules = RULES;
  let actionValidators: readonly ActionValidator[] = [];
  let fields: readonly AppField[] = [];
  let validate: Validate = () => Promise.resolve({ result: true });
  const jira = createJira({
    clock,
    directory: createDirectory(),
    events: { publish: (event) => void events.push(event) },
    extensions: {
      fields: () => fields,
      rules: () => rules,
      actionValidators: () => actionValidators,
      validate: (call) => {
        calls.push(call);
        return validate(call);
      },
    },
    baseUrl: () => BASE_URL,
    cloudId: 'cloud-1',
    appAri: () => APP_ARI,
  });
  jira.seed(seed);
  return {
    jira,
    clock,
    events,
    calls,
    install: (app) => {
      rules = app.rules ?? rules;
      actionValidators = app.actionValidators ?? actionValidators;
      fields = app.fields ?? fields;
    },
    validateWith: (next) => {
      validate = next;
    },
    ask: async (actor, method, path, body) => {
      const request = new Request(`${BASE_URL}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const response = await jira.app.fetch(request, { actor });
      const text = await response.text();
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: response.status, body: answer };
    },
    field: (name) => {
      const index = seed.fields.findIndex((field) => field.name === name);
      return `customfield_${10000 + index}`;
    },
  };
}

function stoppedClock(): SiteClock {
  let now = Date.parse(START);
  return {
    now: () => now,
    set: (instant) => {
      now = new Date(instant).getTime();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** A document with one paragraph. */
export const doc = (text: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** Creates a change request as Anna and returns its key. */
export async function createChange(site: TestSite, fields: Record<string, unknown> = {}): Promise<string> {
  const all = { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, summary: 'Rotate keys', ...fields };
  const answer = await site.ask(ANNA, 'POST', '/rest/api/3/issue', { fields: all });
  return String(at(answer.body, 'key'));
}

/** Moves an issue; returns the whole answer. */
export function move(
  site: TestSite,
  actor: Actor,
  key: string,
  transition: string,
  rest: object = {},
): Promise<Answer> {
  return site.ask(actor, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: transition }, ...rest });
}

/** A part of a JSON answer by its path, undefined where there is nothing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null ? new Map(Object.entries(part)).get(String(step)) : undefined,
    value,
  );
}

/** The fields of an issue as `actor` sees them. */
export async function fieldsOf(site: TestSite, key: string, actor: Actor = APP): Promise<unknown> {
  return at((await site.ask(actor, 'GET', `/rest/api/3/issue/${key}`)).body, 'fields');
}
