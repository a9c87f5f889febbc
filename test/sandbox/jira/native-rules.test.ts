import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../sandbox/platform';
import { ANNA, APP, at, BEN, CARL, createChange, createTestSite, move } from './test-site';
import type { TestSite } from './test-site';
import { conditions, REOPEN, rule, SHUT, tinySeed } from './tiny-workflow';

async function mayShut(site: TestSite, key: string, actor: Actor): Promise<boolean> {
  const { body } = await site.ask(actor, 'GET', `/rest/api/3/issue/${key}/transitions`);
  return at(body, 'transitions', 0, 'name') === 'Shut';
}

/** Who of Anna (engineer), Ben (engineer and approver) and Carl (administrator) is offered the transition. */
async function offeredTo(parameters: Record<string, string>, fields?: (site: TestSite) => object): Promise<string> {
  const site = createTestSite(restricted(parameters));
  const key = await createChange(site, { ...fields?.(site) });
  const names = await Promise.all(
    [ANNA, BEN, CARL].map(async (actor, at) => ((await mayShut(site, key, actor)) ? ['anna', 'ben', 'carl'][at] : '')),
  );
  return names.filter((name) => name !== '').join(' ');
}

function restricted(parameters: Record<string, string>) {
  const seed = tinySeed({ conditions: conditions(rule('system:restrict-issue-transition', parameters)) });
  const [project, ...others] = seed.projects;
  if (project === undefined) throw new Error('The seed has no project');
  const roles = { Implementers: { people: ['anna'] }, Approvers: { groups: ['approvers', 'jira-administrators'] } };
  return { ...seed, projects: [{ ...project, roles }, ...others] };
}

describe('the restriction of a transition', () => {
  it.each([
    ['nothing', {}, 'anna ben carl'],
    ['groups', { groupIds: 'g-approvers,g-admins' }, 'ben carl'],
    ['permissions', { permissionKeys: 'DELETE_ISSUES' }, 'carl'],
    ['any of several', { groupIds: 'g-admins', permissionKeys: 'CREATE_ISSUES' }, 'anna ben carl'],
  ])('by %s', async (_, parameters: Record<string, string>, offered) => {
    expect(await offeredTo(parameters)).toBe(offered);
  });

  it('by the roles that people play themselves or by a group', async () => {
    const site = createTestSite(restricted({ groupIds: 'g-approvers' }));
    const key = await createChange(site);
    const playing = async (role: string) => {
      const roles = await site.ask(CARL, 'GET', '/rest/api/3/project/CHG/role');
      const id = String(at(roles.body, role)).split('/').at(-1) ?? '';
      // A seed cannot name a role in a workflow, as roles come with the projects.
      const kept = JSON.stringify(site.jira.snapshot()).replace(/"(?:groupIds|roleIds)":"[^"]*"/, `"roleIds":"${id}"`);
      site.jira.restore(JSON.parse(kept));
      return Promise.all([ANNA, BEN, CARL].map((actor) => mayShut(site, key, actor)));
    };
    expect(await playing('Implementers')).toEqual([true, false, false]);
    expect(await playing('Approvers')).toEqual([false, true, true]);
  });

  it('by the people of a field, and to everybody but them', async () => {
    const owner = (site: TestSite) => ({ [site.field('Rollback owner')]: { accountId: 'ben' } });
    const testers = (site: TestSite) => ({ [site.field('Testers')]: [{ accountId: 'anna' }, { accountId: 'carl' }] });
    expect(await offeredTo({ allowUserCustomFields: '{{field:Rollback owner}}' }, owner)).toBe('ben');
    expect(await offeredTo({ denyUserCustomFields: '{{field:Testers}}' }, testers)).toBe('ben');
    expect(await offeredTo({ denyUserCustomFields: '{{field:Testers}}' })).toBe('anna ben carl');
  });

  it.each([
    ['accountIds', { accountIds: 'anna' }, /accountIds is for team-managed projects only/],
    ['groupCustomFields', { groupCustomFields: 'customfield_10000' }, /groupCustomFields is not supported/],
    [
      'a denial beside a permission',
      { denyUserCustomFields: '{{field:Testers}}', groupIds: 'g-admins' },
      /is not supported/,
    ],
    ['a field that holds no people', { allowUserCustomFields: '{{field:Ticket}}' }, /is not a user field/],
    ['a role that is not there', { roleIds: '1' }, /there is no project role with the id '1'/],
  ])('refuses %s', (_, parameters: Record<string, string>, problem) => {
    expect(() => createTestSite(restricted(parameters))).toThrow(problem);
  });
});

describe('the previous status', () => {
  const been = (more: Record<string, string>) =>
    tinySeed({
      conditions: conditions(rule('system:previous-status-condition', { previousStatusIds: '{{shut}}', ...more })),
    });

  /** Ids of new statuses are not known to a seed: the third and fourth one that a site has are Open and Shut. */
  const seedOf = (more: Record<string, string>) =>
    JSON.parse(JSON.stringify(been(more)).replace('{{shut}}', '10004')) as ReturnType<typeof tinySeed>;

  it('is demanded by a condition, or ruled out with not', async () => {
    const site = createTestSite(seedOf({ not: 'true' }));
    const key = await createChange(site);
    expect((await move(site, ANNA, key, SHUT)).status).toBe(204);
    expect((await move(site, ANNA, key, REOPEN)).status).toBe(204);
    expect(await mayShut(site, key, ANNA)).toBe(false);
    const demanding = createTestSite(seedOf({}));
    expect(await mayShut(demanding, await createChange(demanding), ANNA)).toBe(false);
  });

  it('is demanded by a validator, with the name of the status', async () => {
    const demand = rule('system:previous-status-validator', {
      previousStatusIds: '10004',
      mostRecentStatusOnly: 'true',
    });
    const site = createTestSite(tinySeed({ validators: [demand] }));
    expect(at((await move(site, ANNA, await createChange(site), SHUT)).body, 'errorMessages')).toEqual([
      'The issue must have been in the status Shut before.',
    ]);
  });
});

describe('validators of fields', () => {
  const within = (days: string) =>
    rule('system:validate-field-value', {
      ruleType: 'windowDateComparison',
      date1FieldKey: '{{field:Planned end}}',
      date2FieldKey: '{{field:Review due}}',
      numberOfDays: days,
    });

  it.each([
    ['2026-03-08T23:59:00.000+0000', 204],
    ['2026-03-09T00:00:00.000+0000', 400],
    ['2026-03-01T00:00:00.000+0000', 204],
    [null, 204],
  ])('a date three days after another at most: %s', async (end, status) => {
    const site = createTestSite(tinySeed({ validators: [within('3')] }));
    const fields = { [site.field('Planned end')]: end, [site.field('Review due')]: '2026-03-05' };
    expect((await move(site, ANNA, await createChange(site, fields), SHUT)).status).toBe(status);
  });

  it('a permission that the person must hold', async () => {
    const site = createTestSite(
      tinySeed({ validators: [rule('system:check-permission-validator', { permissionKey: 'DELETE_ISSUES' })] }),
    );
    const key = await createChange(site);
    expect((await move(site, ANNA, key, SHUT)).status).toBe(400);
    expect((await move(site, CARL, key, SHUT)).status).toBe(204);
  });

  it.each([
    ['true', 204],
    ['false', 400],
  ])('a field that has no context for the issue, with ignoreContext %s', async (ignoreContext, status) => {
    const required = { ruleType: 'fieldRequired', fieldsRequired: '{{field:Unused}}', ignoreContext };
    const site = createTestSite(tinySeed({ validators: [rule('system:validate-field-value', required)] }));
    const key = await createChange(site);
    const field = site.field('Unused');
    const contexts = await site.ask(APP, 'GET', `/rest/api/3/field/${field}/context`);
    const context = String(at(contexts.body, 'values', 0, 'id'));
    await site.ask(APP, 'DELETE', `/rest/api/3/field/${field}/context/${context}`);
    expect((await move(site, ANNA, key, SHUT)).status).toBe(status);
  });
});
