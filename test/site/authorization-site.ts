import { z } from 'zod';
import { govern } from '../../demo/govern';
import { marchPage } from '../../demo/log-pages';
import { GROUPS, PEOPLE } from '../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { SeedProject } from '../../sandbox/seed';
import { checkedCandidate } from '../../src/contracts/api/admin-api';
import { readAnswer, type AnswerOf, type AnswerSchema } from '../../src/contracts/api/read-answer';
import { policyText } from '../../src/contracts/policy-text';
import { askConfluence } from './confluence-requests';
import { FORGIVING_POLICY } from './forgiving-policy';
import { MONDAY, must, submittedChange } from './open-site';
import { openPlainSite, PLAIN_PROJECT, projectId, provision, start } from './setup-site';
import { ask } from './way-around';

const { priya, sam, rosa, ivo, jonas, mia } = PEOPLE;
const made = z.object({ id: z.string(), key: z.string() });
const withId = z.object({ id: z.string() });
const spaces = z.object({ results: z.array(withId) });

/** Nils administers the project and nothing else. */
const CHANGES: SeedProject = {
  ...PLAIN_PROJECT,
  key: 'CHG',
  name: 'Changes',
  permissions: {
    BROWSE_PROJECTS: ['change-people', 'auditors'],
    CREATE_ISSUES: ['change-people'],
    EDIT_ISSUES: ['change-people'],
    TRANSITION_ISSUES: ['change-people'],
    ADD_COMMENTS: ['change-people'],
    ADMINISTER_PROJECTS: ['change-managers'],
  },
};

/** Nobody but Mia sees it. */
const STAFF: SeedProject = {
  key: 'HR',
  name: 'Staff',
  leadAccountId: mia.accountId,
  issueTypes: [{ name: 'Change Request', fields: ['Summary'] }],
  permissions: { BROWSE_PROJECTS: ['staff'], CREATE_ISSUES: ['staff'], EDIT_ISSUES: ['staff'] },
};

/**
 * The generic policy, with exceptions that the CTO grants, a Security Lead who may be stood in for, and emergencies that
 * only IT Administrators begin.
 */
export const POLICY_WITH_EVERYTHING = policyText({
  ...FORGIVING_POLICY,
  rules: [
    ...FORGIVING_POLICY.rules,
    {
      id: 'who-expedites',
      kind: 'who-may',
      clauses: ['GEN-5a'],
      gates: ['expedite'],
      strength: 'block',
      duty: 'implementer',
      roles: ['it-administrator'],
    },
  ],
});

export interface OpenIssue {
  readonly id: string;
  readonly key: string;
}

/** A site on which each function of the app has something to work on. */
export interface AuthorizationSite {
  readonly site: Site;
  /** Asked for by Priya; waits for the approval of the Security Lead. */
  readonly submitted: OpenIssue;
  /** Priya's, without the plan to go back from which the policy allows an exception. */
  readonly draft: OpenIssue;
  /** Ivo's, to be expedited. */
  readonly emergency: OpenIssue;
  /** In the same project, and no change request. */
  readonly task: OpenIssue;
  /** A change request of the project that only Mia sees. */
  readonly elsewhere: OpenIssue;
  /** In the change log. */
  readonly cancelled: string;
  readonly projects: { readonly governed: string; readonly plain: string; readonly begun: string };
  /** A space that is not the one of the change log. */
  readonly spaceId: string;
}

/** Sam has handed his role to Rosa, CHG has a secret, the set-up of BEGUN has begun, the page of March is gone. */
export async function openAuthorizationSite(): Promise<AuthorizationSite> {
  const begun = { ...PLAIN_PROJECT, key: 'BEGUN', name: 'Set-up begun' };
  const staff = { groupId: 'grp-staff', name: 'staff', members: [mia.accountId] };
  const site = await openPlainSite({
    groups: [...GROUPS, staff],
    projects: [CHANGES, STAFF, PLAIN_PROJECT, begun],
    spaces: [
      { key: 'CHANGELOG', name: 'Change log' },
      { key: 'TEAM', name: 'Team handbook' },
    ],
  });
  await govern(site, 'GEN');
  await putInForce(site, POLICY_WITH_EVERYTHING);
  const governed = await projectId(site, 'CHG');
  await provision(site, governed);
  const issues = await fill(site);
  const [plain, other] = await Promise.all([projectId(site, 'OPS'), projectId(site, 'BEGUN')]);
  await start(site, other);
  const [space] = spaces.parse(await askConfluence(site, 'GET', '/wiki/api/v2/spaces?keys=TEAM')).results;
  return { site, ...issues, projects: { governed, plain, begun: other }, spaceId: space?.id ?? '' };
}

async function fill(site: Site) {
  const cancelled = await submittedChange(site);
  await must(site, priya, cancelled, 'Cancel');
  const submitted = await submittedChange(site);
  await site.deliver();
  await askConfluence(site, 'DELETE', `/wiki/api/v2/pages/${(await marchPage(site)).id}`);
  const handed = { role: 'security-lead', to: rosa.accountId, since: MONDAY, until: '2026-03-06T09:00:00.000Z' };
  await visit(site, sam).call('change-panel', 'handOverRole', handed, { issueKey: submitted });
  await adminCall(site, 'makeDeploySecret', z.unknown(), { revision: 0, projectKey: 'CHG' });
  const draft = await visit(site, priya).createChange({ ...UPGRADE_WITHOUT_ROLLBACK, 'Deviation reason': null });
  const emergency = await visit(site, ivo).createChange({
    Summary: 'Restart the order queue',
    'Change type': 'Emergency',
    'Emergency reason': 'Restore service',
    Implementer: ivo,
  });
  const named = async (key: string) => made.parse(await ask(site, priya, 'GET', `/rest/api/3/issue/${key}?fields=id`));
  return {
    cancelled,
    submitted: await named(submitted),
    draft: await named(draft),
    emergency: await named(emergency),
    task: made.parse(await issueIn(site, 'CHG', 'Task')),
    elsewhere: made.parse(await issueIn(site, 'HR', 'Change Request')),
  };
}

/** Checks a policy and puts it in force. @throws with what is wrong with it. */
export async function putInForce(site: Site, text: string): Promise<void> {
  const candidate = { from: 'text', text };
  const checked = await adminCall(site, 'checkCandidate', checkedCandidate, { candidate });
  if (!checked.readable) throw new Error(JSON.stringify(checked));
  await adminCall(site, 'putInForce', z.unknown(), { candidate, hash: checked.policy.hash });
}

/** Asks the admin page as the Jira administrator. @throws with the app's words when it refuses. */
export async function adminCall<S extends AnswerSchema>(
  site: Site,
  name: string,
  response: S,
  payload: object,
): Promise<AnswerOf<S>> {
  const answer = readAnswer(response, await visit(site, jonas).call('change-admin', name, payload));
  if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

function issueIn(site: Site, project: string, issueType: string): Promise<unknown> {
  const fields = { project: { key: project }, issuetype: { name: issueType }, summary: 'Something' };
  return ask(site, project === 'HR' ? mia : priya, 'POST', '/rest/api/3/issue', { fields });
}
