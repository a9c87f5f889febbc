import { z } from 'zod';
import { ANSWERS } from '../../demo/policy-answers';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { adminView, checkedCandidate } from '../../src/contracts/api/admin-api';
import { deployApi } from '../../src/contracts/api/deploy-api';
import { panelView, type GovernedPanel } from '../../src/contracts/api/panel-api';
import { setupApi } from '../../src/contracts/api/setup-api';
import { adminCall, type AuthorizationSite, type OpenIssue } from './authorization-site';
import { MONDAY } from './open-site';

const { sam, rosa, tess, jonas } = PEOPLE;
const TUESDAY = '2026-03-03T09:00:00.000Z';
const GENERIC = { from: 'preset', presetId: 'GEN', answers: ANSWERS['GEN'] ?? {} };
const EVERYTHING = { filter: { text: '', type: null, stage: null }, cursor: null };
const fieldList = z.array(z.object({ id: z.string(), name: z.string() }));

/** What a function is called with, and on which change. */
export interface RightCall {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly issue?: OpenIssue;
}

/** By function: a call that is carried out when somebody makes it who may. */
export type RightCalls = Readonly<Record<string, RightCall>>;

/** Makes up the calls of a site as it stands; each is good for one time. */
export async function rightCalls(world: AuthorizationSite): Promise<RightCalls> {
  return { ...(await panelCalls(world)), ...(await adminCalls(world)), ruleChoices: { payload: {} } };
}

async function panelCalls({ site, submitted, draft, emergency }: AuthorizationSite): Promise<RightCalls> {
  const vote = { decision: 'approve', comment: '', seenFingerprint: (await panelOf(site, submitted)).fingerprint };
  const [offer] = (await panelOf(site, draft)).exceptions.offered;
  const exception = { names: offer?.names, fields: { deviationReason: 'There is no way back.' }, reason: '' };
  const role = 'security-lead';
  return {
    getPanel: { payload: {}, issue: submitted },
    getHistory: { payload: { before: null }, issue: submitted },
    castVote: { payload: vote, issue: submitted },
    askException: { payload: exception, issue: draft },
    expedite: { payload: {}, issue: emergency },
    handOverRole: { payload: { role, to: tess.accountId, since: MONDAY, until: TUESDAY }, issue: submitted },
    takeBackRole: { payload: { role, to: rosa.accountId, since: MONDAY }, issue: submitted },
    findDeputies: { payload: { text: '' }, issue: submitted },
    listRecords: { payload: EVERYTHING },
  };
}

async function panelOf(site: Site, { key }: OpenIssue): Promise<GovernedPanel> {
  const seen = panelView.parse(await visit(site, sam).panel(key));
  if (seen.state !== 'governed') throw new Error(`The panel of ${key} is ${seen.state}.`);
  return seen;
}

async function adminCalls({ site, projects, spaceId }: AuthorizationSite): Promise<RightCalls> {
  const admin = visit(site, jonas);
  const { settingsRevision } = await adminCall(site, 'getAdmin', adminView, {});
  const checked = await adminCall(site, 'checkCandidate', checkedCandidate, { candidate: GENERIC });
  const hash = checked.readable ? checked.policy.hash : '';
  const { revision: secrets } = await adminCall(site, 'deployGates', deployApi.deployGates.response, {});
  const { revision: map } = await adminCall(site, 'fieldMap', setupApi.fieldMap.response, {});
  const fields = fieldList.parse(await admin.get('/rest/api/3/field'));
  const results = fields.find(({ name }) => name === 'Test results')?.id;
  const cto = { groups: ['grp-everyone'], people: [], projectRoles: [] };
  const role = { settingsRevision, role: 'security-lead', from: sam.accountId };
  const payloads = {
    getAdmin: {},
    checkCandidate: { candidate: GENERIC },
    previewSwitch: { candidate: GENERIC, cursor: null },
    policyText: { presetId: null },
    putInForce: { candidate: GENERIC, hash },
    saveRoles: { settingsRevision, roles: { cto } },
    delegate: { ...role, to: tess.accountId, since: MONDAY, until: TUESDAY },
    endDelegation: { ...role, to: rosa.accountId, since: MONDAY },
    searchGroups: { text: '' },
    searchPeople: { text: '' },
    projectRoles: {},
    searchSpaces: { text: '' },
    chooseSpace: { settingsRevision, spaceId },
    publishAgain: {},
    giveUpPage: { month: '2026-03', part: 0 },
    checkLedger: {},
    deployGates: {},
    makeDeploySecret: { revision: secrets, projectKey: 'CHG' },
    revokeDeploySecret: { revision: secrets, projectKey: 'CHG' },
    searchDeployProjects: { text: '' },
    health: {},
    putGuardsBack: { projectId: projects.governed },
    sweepNow: {},
    setup: {},
    searchSetupProjects: { text: '' },
    createSetupProject: { key: 'MADE', name: 'Made by the app' },
    planSetup: { projectId: projects.plain },
    startSetup: { projectId: projects.plain },
    setupProgress: { projectId: projects.begun },
    goOnWithSetup: { projectId: projects.begun },
    fieldMap: {},
    saveFieldMap: { revision: map, fields: { testResults: results } },
  };
  return Object.fromEntries(Object.entries(payloads).map(([name, payload]) => [name, { payload }]));
}
