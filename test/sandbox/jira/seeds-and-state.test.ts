import { describe, expect, it } from '@jest/globals';
import type { SiteSeed } from '../../../sandbox/seed';
import { SEED } from './jira-seed';
import { ANNA, at, BEN, createChange, createTestSite, doc, fieldsOf, move } from './test-site';

interface Rules {
  readonly conditions?: unknown;
  readonly validators?: unknown;
  readonly actions?: unknown;
  readonly transitionScreen?: unknown;
}

/** The seed with one more workflow, whose second transition has the given rules. */
function seedWith(rules: Rules, transition: Record<string, unknown> = {}): SiteSeed {
  const body = {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Open', statusCategory: 'TODO', statusReference: 'open' },
      { name: 'Shut', statusCategory: 'DONE', statusReference: 'shut' },
    ],
    workflows: [
      {
        name: 'Extra',
        statuses: [{ statusReference: 'open' }, { statusReference: 'shut' }],
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'open' },
          { id: '2', type: 'GLOBAL', name: 'Shut', toStatusReference: 'shut', ...rules, ...transition },
        ],
      },
    ],
  };
  const project = {
    key: 'EXT',
    name: 'Extra',
    leadAccountId: 'carl',
    issueTypes: [{ name: 'Item', workflow: 'Extra', fields: ['Summary', 'Testers', 'Assignee'] }],
    permissions: { BROWSE_PROJECTS: ['*'], CREATE_ISSUES: ['*'], TRANSITION_ISSUES: ['*'], EDIT_ISSUES: ['*'] },
  };
  return { ...SEED, workflows: [...SEED.workflows, body], projects: [...SEED.projects, project] };
}

const rule = (ruleKey: string, parameters: Record<string, string> = {}) => ({ ruleKey, parameters });
const conditions = (...list: unknown[]) => ({ operation: 'ALL', conditions: list, conditionGroups: [] });

describe('a seed', () => {
  it.each([
    [
      'an unknown condition',
      { conditions: conditions(rule('system:restrict-from-all-users')) },
      /the condition system:restrict-from-all-users is not supported/,
    ],
    [
      'a condition on a project role that is not there',
      { conditions: conditions(rule('system:restrict-issue-transition', { roleIds: '10002' })) },
      /there is no project role with the id '10002'/,
    ],
    [
      'a condition on a group that is not there',
      { conditions: conditions(rule('system:restrict-issue-transition', { groupIds: 'g-x' })) },
      /there is no group with the id 'g-x'/,
    ],
    [
      'a separation of duties without statuses',
      { conditions: conditions(rule('system:separation-of-duties')) },
      /needs the ids of two statuses/,
    ],
    [
      'an unknown validator',
      { validators: [rule('system:parent-or-child-blocking-validator')] },
      /the validator system:parent-or-child-blocking-validator is not supported/,
    ],
    [
      'an unknown rule type',
      { validators: [rule('system:validate-field-value', { ruleType: 'fieldMatchesRegularExpression' })] },
      /ruleType 'fieldMatchesRegularExpression' is not supported/,
    ],
    [
      'a rule on a field that is not there',
      {
        validators: [
          rule('system:validate-field-value', { ruleType: 'fieldRequired', fieldsRequired: 'customfield_1' }),
        ],
      },
      /there is no field with the id 'customfield_1'/,
    ],
    [
      'a comparison of no dates',
      {
        validators: [
          rule('system:validate-field-value', {
            ruleType: 'dateFieldComparison',
            date1FieldKey: 'summary',
            date2FieldKey: 'created',
            conditionSelected: '>',
          }),
        ],
      },
      /'summary' is not a date field/,
    ],
    [
      'a rule configuration that is no JSON',
      { validators: [rule('forge:expression-validator', { key: 'x', config: 'x' })] },
      /must be a JSON object/,
    ],
    [
      'a rule configuration above 32 KB',
      { validators: [rule('forge:expression-validator', { key: 'x', config: `{"a":"${'x'.repeat(33_000)}"}` })] },
      /limited to 32 KB/,
    ],
    [
      'an unknown post function',
      { actions: [rule('system:change-assignee')] },
      /the post function system:change-assignee is not supported/,
    ],
    [
      'an unknown screen',
      { transitionScreen: rule('system:transition-screen', { screenId: '99' }) },
      /there is no screen with the id '99'/,
    ],
    [
      'a placeholder for nothing',
      { transitionScreen: rule('system:transition-screen', { screenId: '{{screen:Nope}}' }) },
      /\{\{screen:Nope\}\} stands for nothing/,
    ],
  ])('with %s is refused', (_, rules, message) => {
    expect(() => createTestSite(seedWith(rules))).toThrow(message);
  });

  it.each([
    [
      'a global transition with links',
      { links: [{ fromStatusReference: 'open' }] },
      /DIRECTED transitions, and no others, have links/,
    ],
    ['two initial transitions', { type: 'INITIAL' }, /the first transition, and no other, is INITIAL/],
    ['two transitions with one id', { id: '1' }, /the ids of transitions must be unique/],
    ['a status that nothing leads to', { toStatusReference: 'open' }, /no transition leads to Shut/],
    ['a transition to nowhere', { toStatusReference: 'gone' }, /transition 2 names an unknown status/],
    ['triggers', { triggers: [{ ruleKey: 'x' }] }, /triggers/],
  ])('whose workflow has %s is refused', (_, transition, message) => {
    expect(() => createTestSite(seedWith({}, transition))).toThrow(message);
  });

  it.each([
    [
      'field type',
      { fields: [{ name: 'X', type: 'com.example:thing' }] },
      /the type com.example:thing is not supported/,
    ],
    ['field on a screen', { screens: [{ name: 'S', fields: ['Nope'] }] }, /There is no field 'Nope'/],
    ['administrators', { administrators: ['nope'] }, /There is no group 'nope'/],
  ])('with an unknown %s is refused', (_, change, message) => {
    expect(() => createTestSite({ ...SEED, ...change })).toThrow(message);
  });

  it('is loaded once', () => {
    const site = createTestSite();
    expect(() => site.jira.seed(SEED)).toThrow('This Jira has been seeded already');
  });
});

describe('rules of a workflow', () => {
  const create = { fields: { project: { key: 'EXT' }, issuetype: { name: 'Item' }, summary: 'One' } };

  it('let a resolution post function decide instead of the automatism', async () => {
    const actions = [rule('system:update-field', { field: 'resolution', value: '10001', mode: 'replace' })];
    const site = createTestSite(seedWith({ actions }));
    const key = String(at((await site.ask(ANNA, 'POST', '/rest/api/3/issue', create)).body, 'key'));
    await move(site, ANNA, key, '2');
    expect(at(await fieldsOf(site, key), 'resolution', 'name')).toBe("Won't Do");
  });

  it('take any of their nested conditions where the operation is ANY', async () => {
    const restricted = (parameters: Record<string, string>) => rule('system:restrict-issue-transition', parameters);
    const group = {
      operation: 'ANY',
      conditions: [restricted({ groupIds: 'g-admins' })],
      conditionGroups: [conditions(restricted({ allowUserCustomFields: 'assignee' }))],
    };
    const site = createTestSite(seedWith({ conditions: group }));
    const assigned = { fields: { ...create.fields, assignee: { accountId: 'ben' } } };
    const key = String(at((await site.ask(BEN, 'POST', '/rest/api/3/issue', assigned)).body, 'key'));
    expect((await move(site, ANNA, key, '2')).status).toBe(400);
    expect((await move(site, BEN, key, '2')).status).toBe(204);
  });

  it.each([
    ['fieldHasSingleValue', { fieldKey: '{{field:Testers}}' }, 'Testers must have a single value.'],
    ['fieldChanged', { fieldKey: 'summary', errorMessage: 'Say what is new.' }, 'Say what is new.'],
  ])('refuse by %s', async (ruleType, parameters, message) => {
    const validators = [rule('system:validate-field-value', { ruleType, ...parameters })];
    const site = createTestSite(seedWith({ validators }));
    const testers = { [site.field('Testers')]: [{ accountId: 'anna' }, { accountId: 'ben' }] };
    const issue = { fields: { ...create.fields, ...testers } };
    const key = String(at((await site.ask(ANNA, 'POST', '/rest/api/3/issue', issue)).body, 'key'));
    expect(at((await move(site, ANNA, key, '2')).body, 'errorMessages')).toEqual([message]);
  });

  it('refuse those who lack a permission', async () => {
    const validators = [rule('system:check-permission-validator', { permissionKey: 'ADMINISTER_PROJECTS' })];
    const site = createTestSite(seedWith({ validators }));
    const key = String(at((await site.ask(ANNA, 'POST', '/rest/api/3/issue', create)).body, 'key'));
    expect(at((await move(site, ANNA, key, '2')).body, 'errorMessages')).toEqual([
      "You need the 'Administer Projects' permission for this transition.",
    ]);
  });

  it('are skipped when an app validator is disabled', async () => {
    const validators = [rule('forge:expression-validator', { key: 'x', disabled: 'true' })];
    const site = createTestSite(seedWith({ validators }));
    site.validateWith(() => Promise.resolve({ result: false }));
    const key = String(at((await site.ask(ANNA, 'POST', '/rest/api/3/issue', create)).body, 'key'));
    expect((await move(site, ANNA, key, '2')).status).toBe(204);
    expect(site.calls).toEqual([]);
  });
});

describe('the state', () => {
  it('comes back from its snapshot, through JSON, and goes on with the next ids', async () => {
    const site = createTestSite();
    const key = await createChange(site, { description: doc('x'), labels: ['a'] });
    await move(site, ANNA, key, '11');
    await site.ask(ANNA, 'POST', `/rest/api/3/issue/${key}/comment`, { body: doc('hello') });
    await site.ask(ANNA, 'PUT', `/rest/api/3/issue/${key}/properties/p`, [1, null]);
    const saved: unknown = JSON.parse(JSON.stringify(site.jira.snapshot()));
    const other = createTestSite();
    other.jira.restore(saved);
    expect(other.jira.snapshot()).toEqual(saved);
    const path = `/rest/api/3/issue/${key}?expand=changelog&properties=p`;
    expect(await other.ask(ANNA, 'GET', path)).toEqual(await site.ask(ANNA, 'GET', path));
    expect(await createChange(other)).toBe('CHG-2');
    expect(at(saved, 'issues', 1)).toBeUndefined();
  });

  it('is not brought back from something else', () => {
    expect(() => createTestSite().jira.restore({ issues: 'none' })).toThrow();
  });
});
