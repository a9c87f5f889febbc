import { z } from 'zod';
import type { Confluence } from '../../../sandbox/confluence/index';
import { createConfluence } from '../../../sandbox/confluence/index';
import type { Actor, Directory, Group, Person, ProductEvent, SiteClock } from '../../../sandbox/platform';
import type { SiteSeed } from '../../../sandbox/seed';

const person = (accountId: string, accountType: Person['accountType'] = 'atlassian'): Person => ({
  accountId,
  displayName: `Name of ${accountId}`,
  emailAddress: `${accountId}@example.com`,
  accountType,
  active: true,
  timeZone: 'Europe/Berlin',
});

const PEOPLE = [person('admin'), person('editor'), person('viewer'), person('outsider'), person('app', 'app')];

const GROUPS: readonly Group[] = [
  { groupId: 'g1', name: 'admins', members: ['admin'] },
  { groupId: 'g2', name: 'writers', members: ['editor'] },
  { groupId: 'g3', name: 'readers', members: ['viewer'] },
];

const SEED: SiteSeed = {
  people: PEOPLE,
  groups: GROUPS,
  administrators: ['admins'],
  fields: [],
  screens: [],
  workflows: [],
  projects: [],
  spaces: [
    { key: 'OPEN', name: 'Open space' },
    { key: 'CLOSED', name: 'Closed space', viewers: ['readers'], editors: ['writers'] },
  ],
};

const directory: Directory = {
  people: PEOPLE,
  groups: GROUPS,
  findPerson: (accountId) => PEOPLE.find((each) => each.accountId === accountId),
  findPersonByEmail: (email) => PEOPLE.find((each) => each.emailAddress === email),
  groupsOf: (accountId) => GROUPS.filter((group) => group.members.includes(accountId)),
  putPerson: () => undefined,
  putGroup: () => undefined,
};

const START = Date.parse('2026-03-02T09:00:00Z');

function stoppedClock(): SiteClock {
  let now = START;
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

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON body, undefined when there is none. */
  readonly body: unknown;
}

/** A Confluence with an open and a closed space, and people named after what they may do in the closed one. */
export class TestSite {
  readonly events: ProductEvent[] = [];
  readonly clock = stoppedClock();
  readonly confluence: Confluence = createConfluence({
    clock: this.clock,
    directory,
    events: { publish: (event) => this.events.push(event) },
    baseUrl: () => 'http://site.test',
  });

  seeded(): this {
    this.confluence.seed(SEED);
    return this;
  }

  /** `as`: an account id, `app` for the app's own account, `nobody` for an anonymous call. */
  async call(as: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const actor: Actor =
      as === 'nobody' ? { kind: 'anonymous' } : { kind: as === 'app' ? 'app' : 'user', accountId: as };
    const request = new Request(`http://site.test${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const response = await this.confluence.app.fetch(request, { actor });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  async spaceId(key: string): Promise<string> {
    const { body } = await this.call('admin', 'GET', `/wiki/api/v2/spaces?keys=${key}`);
    return z.object({ results: z.tuple([z.object({ id: z.string() })]) }).parse(body).results[0].id;
  }

  /** Creates a page as the editor and gives its id. */
  async page(title: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const spaceId = await this.spaceId('OPEN');
    const answer = await this.call('editor', 'POST', '/wiki/api/v2/pages', {
      spaceId,
      title,
      body: adf('first'),
      ...more,
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return idOf(answer.body);
  }

  update(as: string, id: string, number: number, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.call(as, 'PUT', `/wiki/api/v2/pages/${id}`, {
      id,
      status: 'current',
      title: 'Log',
      body: adf('next'),
      version: { number },
      ...more,
    });
  }
}

export function adf(text: string): { representation: string; value: string } {
  return adfOf([{ type: 'paragraph', content: [{ type: 'text', text }] }]);
}

export function adfOf(content: readonly unknown[]): { representation: string; value: string } {
  return { representation: 'atlas_doc_format', value: JSON.stringify({ type: 'doc', version: 1, content }) };
}

export function fieldOf(body: unknown, field: string): unknown {
  return z.record(z.string(), z.unknown()).parse(body)[field];
}

export function idOf(body: unknown): string {
  return z.object({ id: z.string() }).parse(body).id;
}

const listing = z.object({
  results: z.array(z.record(z.string(), z.unknown())),
  _links: z.object({ next: z.string().optional() }),
});

export function resultsOf(body: unknown, field: string): readonly unknown[] {
  return listing.parse(body).results.map((result) => result[field]);
}

export function nextOf(body: unknown): string | undefined {
  return listing.parse(body)._links.next;
}

/** The title of the first error of a refused v2 call. */
export function errorOf(answer: Answer): unknown {
  const { errors } = z.object({ errors: z.array(z.unknown()) }).parse(answer.body);
  return errors[0];
}
