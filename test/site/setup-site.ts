import { z } from 'zod';
import { GROUPS, PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { SeedProject, SiteSeed } from '../../sandbox/seed';
import { readAnswer, type AnswerOf, type AnswerSchema } from '../../src/contracts/api/read-answer';
import { setupApi, type SetupPlanView, type SetupProgressView } from '../../src/contracts/api/setup-api';
import { openBareSite } from './bare-site';

const EVERYBODY = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS'];

/** A project as it is before anybody thinks of change control. */
export const PLAIN_PROJECT: SeedProject = {
  key: 'OPS',
  name: 'Operations',
  leadAccountId: PEOPLE.jonas.accountId,
  issueTypes: [
    { name: 'Task', fields: ['Summary', 'Description'] },
    { name: 'Bug', fields: ['Summary'] },
  ],
  permissions: Object.fromEntries(EVERYBODY.map((permission) => [permission, ['everyone']])),
  roles: { 'Change approvers': { people: [PEOPLE.dev.accountId], groups: ['change-managers'] } },
};

/** A company that has just installed the app: people, a space, and whatever else the test says. */
export function plainSeed(overrides: Partial<SiteSeed> = {}): SiteSeed {
  return {
    people: Object.values(PEOPLE),
    groups: GROUPS,
    administrators: ['jira-administrators'],
    fields: [],
    screens: [],
    workflows: [],
    projects: [PLAIN_PROJECT],
    spaces: [{ key: 'CHANGELOG', name: 'Change log' }],
    ...overrides,
  };
}

export function openPlainSite(overrides: Partial<SiteSeed> = {}): Promise<Site> {
  return openBareSite(plainSeed(overrides));
}

/** Asks the Setup tab as the Jira administrator. @throws with the app's words when it refuses. */
export async function setupCall<S extends AnswerSchema>(
  site: Site,
  name: string,
  response: S,
  payload: object,
): Promise<AnswerOf<S>> {
  const answer = readAnswer(response, await visit(site, PEOPLE.jonas).call('change-admin', name, payload));
  if (answer === undefined) throw new Error(`${name} gave no answer of the app.`);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

export function planOf(site: Site, projectId: string): Promise<SetupPlanView> {
  return setupCall(site, 'planSetup', setupApi.planSetup.response, { projectId });
}

/** Starts a set-up without working on it. */
export function start(site: Site, projectId: string): Promise<SetupProgressView> {
  return setupCall(site, 'startSetup', setupApi.startSetup.response, { projectId });
}

export function progressOf(site: Site, projectId: string): Promise<SetupProgressView> {
  return setupCall(site, 'setupProgress', setupApi.setupProgress.response, { projectId });
}

/** Puts a project under change control, to the end. */
export async function provision(site: Site, projectId: string): Promise<SetupProgressView> {
  await start(site, projectId);
  await site.deliver({ advanceClock: true });
  return progressOf(site, projectId);
}

const idOnly = z.object({ id: z.string() });

export async function projectId(site: Site, key: string): Promise<string> {
  return idOnly.parse(await visit(site, PEOPLE.jonas).get(`/rest/api/3/project/${key}`)).id;
}
