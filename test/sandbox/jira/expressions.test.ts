import { beforeAll, describe, expect, it } from '@jest/globals';
import { ANNA, at, BEN, CARL, createChange, createTestSite, doc, DORA, move } from './test-site';
import type { Answer, TestSite } from './test-site';
import type { Actor } from '../../../sandbox/platform';

let site: TestSite;
let key: string;

beforeAll(async () => {
  site = createTestSite();
  key = await createChange(site, {
    assignee: { accountId: 'ben' },
    labels: ['keys', 'urgent'],
    duedate: undefined,
    description: doc('Rotate all the keys'),
    [site.field('Rollback owner')]: { accountId: 'ben' },
    [site.field('Testers')]: [{ accountId: 'anna' }, { accountId: 'ben' }],
    [site.field('Change type')]: { value: 'Normal' },
    [site.field('Planned start')]: '2026-03-05T10:00:00.000+0100',
    [site.field('Effort')]: 3,
  });
  await move(site, ANNA, key, '11');
});

function evaluate(expression: string, rest: object = {}, actor: Actor = ANNA): Promise<Answer> {
  const body = { expression, context: { issue: { key }, ...rest } };
  return site.ask(actor, 'POST', '/rest/api/3/expression/evaluate', body);
}

async function valueOf(expression: string, rest: object = {}, actor: Actor = ANNA): Promise<unknown> {
  const answer = await evaluate(expression, rest, actor);
  return answer.status === 200 ? at(answer.body, 'value') : answer.body;
}

async function failureOf(expression: string, actor: Actor = ANNA): Promise<unknown> {
  const answer = await evaluate(expression, {}, actor);
  expect(answer.status).toBe(400);
  return at(answer.body, 'errorMessages', 0);
}

async function syntaxOf(expression: string): Promise<unknown> {
  const { body } = await site.ask(ANNA, 'POST', '/rest/api/3/expression/analyse', { expressions: [expression] });
  return at(body, 'results', 0);
}

describe('a Jira expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ["'a' + 1 + true", 'a1true'],
    ['7 % 4 == 3 && !(1 > 2)', true],
    ["1 == '1'", false],
    ['null == false', false],
    ["null ?? 'instead'", 'instead'],
    ["issue.labels.includes('keys') ? 'yes' : 'no'", 'yes'],
    ["{ a: [1, 'two'], 'b c': null }", { a: [1, 'two'], 'b c': null }],
    ['let twice = n => n * 2; [1, 2].map(twice)', [2, 4]],
    ['[3, 1, 2].sort((a, b) => a - b).slice(1)', [2, 3]],
    ['[1, 2, 3].filter(n => n > 1).reduce((sum, n) => sum + n, 0)', 5],
    ['[[1], [2, 3]].flatten().indexOf(3)', 2],
    ['[1, 2].some(n => n == 2) && [1, 2].every(n => n < 3)', true],
    ["'a,b'.split(',').concat(['c']).join('-')", 'a-b-c'],
    ["' Text '.trim().toUpperCase().slice(1)", 'EXT'],
    ['`${issue.summary} has ${issue.labels.length}`', 'Rotate keys has 2'],
    ["if (issue.labels.length > 1) { return 'many'; } else { return 'few'; }", 'many'],
    ['let f = x => { let y = x + 1; return y; }; f(1)', 2],
    ['typeof issue', 'Issue'],
    ['typeof sprint', 'undefined'],
    ["new Map().set('a', 1).get('b')", null],
    ["Number('12') + 1", 13],
  ])('%s', async (expression, value) => {
    expect(await valueOf(expression)).toEqual(value);
  });

  it('compares people, issues and dates by what they are', async () => {
    expect(await valueOf('[issue.assignee == user, issue.reporter == user, [issue].includes(issue)]')).toEqual([
      false,
      true,
      true,
    ]);
    expect(await valueOf('issue.created == new Date(issue.created.getTime())')).toBe(true);
  });

  it('knows the person who asks: account id, groups and project roles', async () => {
    expect(await valueOf('[user.accountId, user.groups, user.groupIds]')).toEqual([
      'anna',
      ['engineers'],
      ['g-engineers'],
    ]);
    expect(await valueOf('user.getProjectRoles(project).map(r => r.name)')).toEqual([]);
    expect(await valueOf('new User("nobody")')).toBeNull();
  });

  it('keeps the groups of others to administrators', async () => {
    expect(await failureOf('issue.assignee.groups')).toContain('Only Jira administrators can see the groups');
    expect(await valueOf('issue.assignee.groups', {}, CARL)).toEqual(['engineers', 'approvers']);
  });

  it('reads custom fields as the JSON of Get issue, and null where they are empty', async () => {
    const custom = (name: string) => `issue.${site.field(name)}`;
    expect(await valueOf(`[${custom('Rollback owner')}.accountId, ${custom('Change type')}.value]`)).toEqual([
      'ben',
      'Normal',
    ]);
    expect(await valueOf(`${custom('Testers')}.map(t => t.accountId).includes(user.accountId)`)).toBe(true);
    expect(await valueOf(`[${custom('Rollback plan')} == null, ${custom('Effort')}]`)).toEqual([true, 3]);
    expect(await valueOf(`issue['${site.field('Change type')}'].value`)).toBe('Normal');
  });

  it('computes with dates in the time zone of the person', async () => {
    const start = `new Date(issue.${site.field('Planned start')})`;
    expect(await valueOf(`${start} > new Date() && ${start} < new Date().plusDays(3).plusHours(1)`)).toBe(true);
    expect(await valueOf(`${start}.toISOString()`)).toBe('2026-03-05T09:00:00.000Z');
    expect(await valueOf("new Date('2026-03-05T23:30:00Z').toCalendarDate()")).toBe('2026-03-06');
    expect(await valueOf("new Date('2026-03-05T23:30:00Z').toCalendarDateUTC() < new CalendarDate('2026-03-06')")).toBe(
      true,
    );
    expect(await valueOf('new CalendarDate().plusMonths(1).getMonth()')).toBe(3);
    expect(await valueOf('issue.created')).toBe('2026-03-02T09:00:00.000+0000');
  });

  it('reads the history, the newest first', async () => {
    expect(await valueOf('issue.changelogs[0].items.map(i => i.toString)')).toEqual(['Assessment']);
    expect(await valueOf('issue.status.category.key + issue.status.name')).toBe('indeterminateAssessment');
  });

  it('takes variables of the caller', async () => {
    const custom = { config: { type: 'json', value: { who: 'ben' } }, owner: { type: 'user', accountId: 'ben' } };
    expect(await valueOf('owner.accountId == config.who && issue.assignee == owner', { custom })).toBe(true);
  });
});

describe('a Jira expression fails', () => {
  it('on members of null, unless it asks with ?. at every step', async () => {
    const plan = `issue.${site.field('Rollback plan')}`;
    expect(await failureOf(`${plan}.content`)).toBe(
      `Evaluation failed: "${plan}.content" - Type null does not have any properties.`,
    );
    expect(await valueOf(`${plan}?.content`)).toBeNull();
    expect(await valueOf(`issue?.customfield_99999`)).toBeNull();
    expect(await valueOf(`${plan}?.includes('x')`)).toBeNull();
    expect(await failureOf(`${plan}?.content.length`)).toContain('Type null does not have any properties.');
  });

  it('on members that do not exist, and names those that do', async () => {
    expect(await failureOf("issue['a' + 'b']")).toMatch(
      /^Evaluation failed: "issue\['a' \+ 'b'\]" - Unrecognized property of `issue`: "ab" \('a' \+ 'b'\)\. Available properties of type 'Issue' are: 'assignee', 'changelogs'/,
    );
    expect(await failureOf("issue.summary.startsWith('R')")).toContain("Available properties of type 'String' are");
    expect(await failureOf('sprint.id')).toContain('Unrecognized variable: "sprint"');
  });

  it('on operands of different types', async () => {
    expect(await failureOf("issue.id > '0'")).toBe(
      "Evaluation failed: \"issue.id > '0'\" - Can't compare Number to String.",
    );
    expect(await failureOf('new Date() < null')).toContain("Can't compare Date to null.");
    expect(await failureOf("2 * '3'")).toContain("Can't apply * to Number and String.");
  });

  it('after ten expensive operations', async () => {
    const reads = (count: number) =>
      Array.from({ length: count }, (_, at) => `issue.properties.get('p${at}') == null`).join(' && ');
    expect(await valueOf(reads(10))).toBe(true);
    expect(await failureOf(reads(11))).toContain('more than 10 expensive operations');
  });

  it('for an issue that the caller may not see with 404, as if it did not exist', async () => {
    expect((await evaluate('issue.key', {}, DORA)).status).toBe(404);
  });
});

describe('the analysis of an expression', () => {
  it('finds nothing wrong with one that can be parsed', async () => {
    expect(await syntaxOf('issue.assignee != null')).toEqual({ expression: 'issue.assignee != null', valid: true });
  });

  it('says where one cannot be parsed', async () => {
    expect(await syntaxOf('issue.assignee !=')).toMatchObject({
      valid: false,
      errors: [{ type: 'syntax', line: 1, column: 18 }],
    });
  });

  it.each([
    'issue === null',
    'x => x++',
    'var a = 1; a',
    '/a/.test("a")',
    'this',
    'eval`1`',
    'new.target',
    '(function () { return 1 })()',
    '[1, , 2]',
    'await 1',
    '',
  ])('refuses %s, which is JavaScript and no Jira expression', async (expression) => {
    expect(await syntaxOf(expression)).toMatchObject({ valid: false, errors: [{ type: 'syntax' }] });
  });

  it('knows the limits: 1,000 characters and 100 syntactic elements', async () => {
    const text = (length: number) => `'${'x'.repeat(length - 2)}' == 'y'`;
    expect(await syntaxOf(text(993))).toMatchObject({ valid: true });
    expect(await syntaxOf(text(994))).toMatchObject({
      valid: false,
      errors: [{ type: 'other', message: 'Jira expression is too long (1001), limit: 1000 characters' }],
    });
    const sum = (count: number) => Array.from({ length: count }, () => '1').join('+');
    expect(await syntaxOf(sum(100))).toMatchObject({ valid: true });
    expect(await syntaxOf(sum(101))).toMatchObject({
      valid: false,
      errors: [{ type: 'other', message: 'Jira expression has too many nodes (101), limit: 100 leaves' }],
    });
  });

  it.each([
    ['try { return 1; } catch (e) { return 2; }', 'try and catch in a Jira expression'],
    ['issue.comments.map(c => { id: c.id, author: c.author })', 'a map as the body of a function'],
  ])('answers 501 for %s, which only Jira can do', async (expression, reason) => {
    const answer = await site.ask(ANNA, 'POST', '/rest/api/3/expression/analyse', { expressions: [expression] });
    expect(answer.status).toBe(501);
    expect(at(answer.body, 'errorMessages', 0)).toContain(reason);
  });
});

it('an evaluation tells what it cost when it is asked', async () => {
  const answer = await site.ask(BEN, 'POST', '/rest/api/3/expression/evaluate?expand=meta.complexity', {
    expression: '[user.groups, issue.comments.length]',
    context: { issue: { key } },
  });
  expect(at(answer.body, 'meta', 'complexity')).toMatchObject({
    expensiveOperations: { value: 2, limit: 10 },
    primitiveValues: { value: 3, limit: 10_000 },
    beans: { value: 0, limit: 1000 },
  });
});
