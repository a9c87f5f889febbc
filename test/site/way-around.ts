import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';

const workflows = z.looseObject({
  statuses: z.array(z.looseObject({ id: z.string(), name: z.string(), scope: z.unknown() })),
  workflows: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      version: z.unknown(),
      startPointLayout: z.unknown(),
      statuses: z.array(z.looseObject({ deprecated: z.unknown() })),
      transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    }),
  ),
});
const schemes = z.object({
  values: z.array(
    z.object({
      workflowScheme: z.looseObject({
        defaultWorkflow: z.string(),
        issueTypeMappings: z.record(z.string(), z.string()),
      }),
    }),
  ),
});
const transitionList = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });
const withId = z.looseObject({ id: z.coerce.string() });

/** Asks Jira as a person. @throws with Jira's words where it refuses. */
export async function ask(site: Site, person: Person, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await site.fetch(
    new Request(new URL(path, site.baseUrl()), {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${person.emailAddress}:sandbox`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  if (response.status >= 400) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

const asAdministrator = (site: Site, method: string, path: string, body?: unknown): Promise<unknown> =>
  ask(site, PEOPLE.jonas, method, `/rest/api/3${path}`, body);

async function read(site: Site, name: string) {
  const read = workflows.parse(await asAdministrator(site, 'POST', '/workflows', { workflowNames: [name] }));
  const [workflow] = read.workflows;
  if (workflow === undefined) throw new Error(`There is no workflow ${name}.`);
  // Jira tells more of a status than it takes.
  return {
    statuses: read.statuses.map(({ scope: _, ...status }) => status),
    workflow: { ...workflow, statuses: workflow.statuses.map(({ deprecated: _, ...status }) => status) },
  };
}

async function schemeOf(site: Site, projectId: string) {
  const { values } = schemes.parse(
    await asAdministrator(site, 'GET', `/workflowscheme/project?projectId=${projectId}`),
  );
  const [found] = values;
  if (found === undefined) throw new Error('The project has no workflow scheme.');
  const { defaultWorkflow, issueTypeMappings } = found.workflowScheme;
  return { defaultWorkflow, issueTypeMappings };
}

/** The workflow that only the change requests of a project follow, and their issue type. */
export async function changeWorkflow(site: Site, projectId: string): Promise<{ type: string; name: string }> {
  const [first] = Object.entries((await schemeOf(site, projectId)).issueTypeMappings);
  if (first === undefined) throw new Error('No issue type of the project has a workflow of its own.');
  return { type: first[0], name: first[1] };
}

/** What a transition is guarded by, as Jira keeps it, but for the ids that Jira gives to rules. */
export async function validatorsOf(site: Site, projectId: string, transitionName: string): Promise<readonly object[]> {
  const { workflow } = await read(site, (await changeWorkflow(site, projectId)).name);
  const validators = workflow.transitions.find(({ name }) => name === transitionName)?.['validators'];
  return z
    .array(z.object({ ruleKey: z.string(), parameters: z.record(z.string(), z.unknown()) }))
    .parse(validators)
    .map(({ ruleKey, parameters: { id: _, ...parameters } }) => ({ ruleKey, parameters }));
}

/** Takes the rules off one transition, or off all of them. */
export async function removeValidators(site: Site, projectId: string, transitionName?: string): Promise<void> {
  await editTransitions(site, projectId, (one) =>
    transitionName === undefined || one.name === transitionName ? { ...one, validators: [] } : one,
  );
}

/** Takes off what Jira checks of whoever makes a transition, and leaves the gates. */
export async function removePersonGuards(site: Site, projectId: string): Promise<void> {
  await removeRules(site, projectId, '/change-person-guard"');
}

/** Takes off the validators in which this stands. */
export async function removeRules(site: Site, projectId: string, part: string): Promise<void> {
  await editTransitions(site, projectId, (one) => ({
    ...one,
    validators: z
      .array(z.unknown())
      .parse(one['validators'])
      .filter((rule) => !JSON.stringify(rule).includes(part)),
  }));
}

/** Puts other conditions on a transition, or none. */
export async function setConditions(
  site: Site,
  projectId: string,
  transitionName: string,
  conditions?: unknown,
): Promise<void> {
  await editTransitions(site, projectId, ({ conditions: before, ...one }) => {
    if (one.name !== transitionName) return before == null ? one : { ...one, conditions: before };
    return conditions === undefined ? one : { ...one, conditions };
  });
}

/** The conditions of a transition as Jira keeps them. */
export async function conditionsOf(site: Site, projectId: string, transitionName: string): Promise<unknown> {
  const { workflow } = await read(site, (await changeWorkflow(site, projectId)).name);
  return workflow.transitions.find(({ name }) => name === transitionName)?.['conditions'];
}

type ReadTransition = z.infer<typeof workflows>['workflows'][number]['transitions'][number];

async function editTransitions(
  site: Site,
  projectId: string,
  edit: (transition: ReadTransition) => ReadTransition,
): Promise<void> {
  const { statuses, workflow } = await read(site, (await changeWorkflow(site, projectId)).name);
  const { id, version, description, startPointLayout, statuses: layout } = workflow;
  const transitions = workflow.transitions.map(edit);
  const changed = { id, version, description, startPointLayout, statuses: layout, transitions };
  await asAdministrator(site, 'POST', '/workflows/update', { statuses, workflows: [changed] });
}

/** Lets the change requests of a project begin in another status than they should. */
export async function startIn(site: Site, projectId: string, statusName: string): Promise<void> {
  const { statuses } = await read(site, (await changeWorkflow(site, projectId)).name);
  const toStatusReference = statuses.find(({ name }) => name === statusName)?.['statusReference'];
  await editTransitions(site, projectId, (one) => (one['type'] === 'INITIAL' ? { ...one, toStatusReference } : one));
}

/** Makes a transition as the account of another app. */
export async function moveAsApp(site: Site, accountId: string, key: string, transitionName: string): Promise<void> {
  const asApp = (init?: RequestInit) => {
    const url = new URL(`/rest/api/3/issue/${key}/transitions`, site.baseUrl());
    return site.jira.app.fetch(new Request(url, init), { actor: { kind: 'app', accountId } });
  };
  const offered = transitionList.parse(await (await asApp()).json()).transitions;
  const transition = { id: offered.find(({ name }) => name === transitionName)?.id };
  const headers = { 'content-type': 'application/json' };
  const answer = await asApp({ method: 'POST', headers, body: JSON.stringify({ transition }) });
  if (answer.status >= 400) throw new Error(`${transitionName} of ${key} was refused: ${await answer.text()}`);
}

/** Gives the change requests of a project a workflow of the same statuses and transitions, without any rule. */
export async function swapWorkflow(site: Site, projectId: string): Promise<void> {
  const { type, name: old } = await changeWorkflow(site, projectId);
  const { statuses, workflow } = await read(site, old);
  const { description, startPointLayout, statuses: layout, transitions } = workflow;
  const name = `${old} without rules`;
  const bare = transitions.map(({ conditions: _, ...one }) => ({ ...one, validators: [] }));
  const made = { name, description, startPointLayout, statuses: layout, transitions: bare };
  const scope = { type: 'GLOBAL' };
  await asAdministrator(site, 'POST', '/workflows/create', { scope, statuses, workflows: [made] });
  const { defaultWorkflow, issueTypeMappings } = await schemeOf(site, projectId);
  const scheme = withId.parse(
    await asAdministrator(site, 'POST', '/workflowscheme', {
      name: 'Swapped',
      defaultWorkflow,
      issueTypeMappings: { ...issueTypeMappings, [type]: name },
    }),
  );
  const task = withId.parse(
    await asAdministrator(site, 'POST', '/workflowscheme/project/switch', { projectId, targetSchemeId: scheme.id }),
  );
  await asAdministrator(site, 'GET', `/task/${task.id}`);
  await asAdministrator(site, 'GET', `/task/${task.id}`);
}

/** Moves an issue to the same type in another project, in the status that it has there by default. */
export async function moveTo(site: Site, key: string, projectKey: string, issueTypeId: string): Promise<void> {
  const target = {
    issueIdsOrKeys: [key],
    inferFieldDefaults: true,
    inferStatusDefaults: true,
    inferSubtaskTypeDefault: true,
    inferClassificationDefaults: true,
  };
  const task = z.looseObject({ taskId: z.string() }).parse(
    await asAdministrator(site, 'POST', '/bulk/issues/move', {
      sendBulkNotification: false,
      targetToSourcesMapping: { [`${projectKey},${issueTypeId}`]: target },
    }),
  );
  await asAdministrator(site, 'GET', `/bulk/queue/${task.taskId}`);
  await asAdministrator(site, 'GET', `/bulk/queue/${task.taskId}`);
}
