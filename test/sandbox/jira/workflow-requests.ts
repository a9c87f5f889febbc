/** Bodies of requests about workflows, and reading back what there is. */
import { at, CARL } from './test-site';
import type { Answer, TestSite } from './test-site';

const API = '/rest/api/3';

/** Ids of the seed: statuses and issue types are numbered in the order in which the seed has them. */
export const TO_DO = '10000';
export const DONE = '10002';
export const DRAFT = '10003';
export const ASSESSMENT = '10004';
export const APPROVED = '10005';
export const CLOSED = '10006';
export const CHANGE_REQUEST = '10000';
export const TASK = '10001';
export const CHG_SCHEME = '10000';
export const CHG = '10000';
export const SEC = '10001';

export type Json = Record<string, unknown>;

/** As an administrator, who may do everything here. */
export function admin(site: TestSite, method: string, path: string, body?: unknown): Promise<Answer> {
  return site.ask(CARL, method, `${API}${path}`, body);
}

/** The entry of a top-level status of the seed, as it is. */
export function known(id: string, name: string, statusCategory: string): Json {
  return { id, statusReference: id, name, description: '', statusCategory };
}

export const KNOWN_DRAFT = known(DRAFT, 'Draft', 'TODO');
export const KNOWN_CLOSED = known(CLOSED, 'Closed', 'DONE');

export const entry = (statusReference: string): Json => ({ statusReference, properties: {} });

export function transition(id: string, type: string, to: string, rest: Json = {}): Json {
  return { id, type, name: `T${id}`, toStatusReference: to, ...rest };
}

/** A workflow from Draft to Closed and back. */
export function twoSteps(name: string, rest: Json = {}): Json {
  return {
    name,
    statuses: [entry(DRAFT), entry(CLOSED)],
    transitions: [
      transition('1', 'INITIAL', DRAFT),
      transition('11', 'DIRECTED', CLOSED, { links: [{ fromStatusReference: DRAFT, fromPort: 0, toPort: 1 }] }),
      transition('21', 'GLOBAL', DRAFT),
    ],
    ...rest,
  };
}

export function createBody(...workflows: Json[]): Json {
  return { scope: { type: 'GLOBAL' }, statuses: [KNOWN_DRAFT, KNOWN_CLOSED], workflows };
}

/** The first of the workflows with that name, as POST /workflows answers it. */
export async function readWorkflow(site: TestSite, name: string): Promise<unknown> {
  return at((await admin(site, 'POST', '/workflows', { workflowNames: [name] })).body, 'workflows', 0);
}

/** The body that replaces a workflow by the one of `twoSteps`, at its present version. */
export async function updateBody(site: TestSite, name: string, rest: Json = {}): Promise<Json> {
  const workflow = await readWorkflow(site, name);
  const { name: _, ...body } = twoSteps(name);
  const update = { id: at(workflow, 'id'), version: at(workflow, 'version'), ...body, ...rest };
  return { statuses: [KNOWN_DRAFT, KNOWN_CLOSED], workflows: [update] };
}

/** A workflow of `twoSteps` and a scheme that gives it to change requests; the id of the scheme. */
export async function twoStepScheme(site: TestSite, name = 'Two steps'): Promise<string> {
  await admin(site, 'POST', '/workflows/create', createBody(twoSteps(name)));
  const scheme = { name: `${name} scheme`, issueTypeMappings: { [CHANGE_REQUEST]: name } };
  return String(at((await admin(site, 'POST', '/workflowscheme', scheme)).body, 'id'));
}

/** Asks for the task until it has ended; what it was each time. */
export async function follow(site: TestSite, taskId: string): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  while (seen.length < 5) {
    const status = at((await admin(site, 'GET', `/task/${taskId}`)).body, 'status');
    seen.push(status);
    if (status !== 'ENQUEUED' && status !== 'RUNNING') break;
  }
  return seen;
}

/** What the refusal says. */
export function messages(answer: Answer): unknown {
  return at(answer.body, 'errorMessages');
}
