import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { compose } from '../../src/composition';
import type { Ports } from '../../src/ports/ports';
import { FIELD_TITLES, STAGE_TITLES } from '../../src/contracts/field-titles';
import type { Stage } from '../../src/domain/change/lifecycle';
import { renderAdfAsText } from '../../sandbox/confluence/adf-text';
import type { NewChange, World } from '../port-contracts/world';
import { createSandboxHost, type SandboxHost } from './sandbox-host';

const issue = z.object({ id: z.string(), key: z.string() });
const fields = z.array(z.object({ id: z.string(), name: z.string() }));
const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ name: z.string() }) })),
});
const page = z.object({
  title: z.string(),
  version: z.object({ number: z.number() }),
  body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }),
});
const adf = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

const { priya, jonas } = PEOPLE;

export interface SandboxWorld extends World {
  readonly host: SandboxHost;
}

/** The adapters as the app composes them, each call an invocation of its own on the local platform. */
export async function createSandboxWorld(): Promise<SandboxWorld> {
  const host = await createSandboxHost();
  let caller: string | null = null;
  const ask = (method: string, path: string, body?: unknown) => host.request(priya.accountId, method, path, body);
  const readPage = async (pageId: string) =>
    page.parse(await host.request(jonas.accountId, 'GET', `/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`));
  const editPage = async (
    pageId: string,
    edit: (standing: z.infer<typeof page>) => { title?: string; content?: unknown[] },
  ) => {
    const standing = await readPage(pageId);
    const { title = standing.title, content } = edit(standing);
    const { value } = standing.body.atlas_doc_format;
    await host.request(jonas.accountId, 'PUT', `/wiki/api/v2/pages/${pageId}`, {
      id: pageId,
      status: 'current',
      title,
      body: {
        representation: 'atlas_doc_format',
        value: content === undefined ? value : JSON.stringify({ ...adf.parse(JSON.parse(value)), content }),
      },
      version: { number: standing.version.number + 1 },
    });
  };
  const create = async (type: string, values: Record<string, unknown>) => {
    const body = { fields: { project: { key: 'CHG' }, issuetype: { name: type }, ...values } };
    return issue.parse(await ask('POST', '/rest/api/3/issue', body));
  };
  const move = async (key: string, stage: Stage) => {
    host.clock.advance(60_000);
    const path = `/rest/api/3/issue/${key}/transitions`;
    const found = transitions
      .parse(await ask('GET', path))
      .transitions.find(({ to }) => to.name === STAGE_TITLES[stage]);
    if (found === undefined) throw new Error(`${key} cannot be moved to ${stage}.`);
    await ask('POST', path, { transition: { id: found.id } });
  };
  return {
    host,
    ports: eachCallAnInvocation(compose(), (work) => host.run(work, caller)),
    actAs: (accountId) => {
      caller = accountId;
    },
    createChange: async (change) =>
      create('Change Request', jiraFields(change, fields.parse(await ask('GET', '/rest/api/3/field')))),
    describeAs: async (accountId, { key }, description) => {
      await host.request(accountId, 'PUT', `/rest/api/3/issue/${key}`, {
        fields: { description: documentOf(description) },
      });
    },
    createTask: (summary) => create('Task', { summary }),
    moveThrough: async ({ key }, stages) => {
      for (const stage of stages) await move(key, stage);
    },
    closeAs: async ({ key }, stage) => {
      const ways = { cancelled: [], rejected: ['assessment'], closed: ['implementing', 'verification'] } as const;
      for (const next of [...ways[stage], stage]) await move(key, next);
    },
    writeNotes: (pageId, text) =>
      editPage(pageId, ({ body }) => {
        const note = { type: 'paragraph', content: [{ type: 'text', text }] };
        return { content: [...adf.parse(JSON.parse(body.atlas_doc_format.value)).content, note] };
      }),
    renamePage: (pageId, title) => editPage(pageId, () => ({ title })),
    trashPage: async (pageId) => {
      await host.request(jonas.accountId, 'DELETE', `/wiki/api/v2/pages/${pageId}`);
    },
    pageText: async (pageId) =>
      renderAdfAsText(JSON.parse((await readPage(pageId)).body.atlas_doc_format.value), 1_000_000),
  };
}

function jiraFields(change: NewChange, known: z.infer<typeof fields>): Record<string, unknown> {
  const id = (title: string) => known.find(({ name }) => name === title)?.id ?? title;
  const { summary, description, changeType, rollbackOwner, plannedStart, plannedEnd, services } = change;
  return {
    summary,
    ...(description !== undefined && { description: documentOf(description) }),
    ...(changeType !== undefined && { [id(FIELD_TITLES.changeType)]: { value: changeType } }),
    ...(rollbackOwner !== undefined && { [id(FIELD_TITLES.rollbackOwner)]: { accountId: rollbackOwner } }),
    ...(plannedStart !== undefined && { [id(FIELD_TITLES.plannedStart)]: plannedStart.replace('Z', '+0000') }),
    ...(plannedEnd !== undefined && { [id(FIELD_TITLES.plannedEnd)]: plannedEnd.replace('Z', '+0000') }),
    ...(services !== undefined && { [id(FIELD_TITLES.services)]: services.map((value) => ({ value })) }),
  };
}

function documentOf(text: string): unknown {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

type Runner = <T>(work: () => Promise<T>) => Promise<T>;

function eachCallAnInvocation(ports: Ports, run: Runner): Ports {
  const { clock, deadline, retry, ...others } = ports;
  const wrapped = Object.entries(others).map(([name, port]) => [name, wrap(port, run)]);
  return { clock, deadline, retry, ...(Object.fromEntries(wrapped) as typeof others) };
}

function wrap<T extends object>(port: T, run: Runner): T {
  return new Proxy(port, {
    get: (target, name): unknown => {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function' || name === 'document') return method;
      return (...values: unknown[]) => run(() => Reflect.apply(method, target, values) as Promise<unknown>);
    },
  });
}
