import { describe, expect, it } from '@jest/globals';
import { ANNA, at, createTestSite } from './test-site';

async function analyse(check: string, expression: string, contextVariables?: object): Promise<unknown> {
  const site = createTestSite();
  const body = { expressions: [expression], ...(contextVariables === undefined ? {} : { contextVariables }) };
  const answer = await site.ask(ANNA, 'POST', `/rest/api/3/expression/analyse?check=${check}`, body);
  return answer.status === 200 ? at(answer.body, 'results', 0) : answer;
}

describe('the type of an expression', () => {
  it.each([
    ['issue.assignee == user', 'Boolean'],
    ['issue.labels', 'List<String>'],
    ['issue.comments.map(c => c.author.accountId)', 'List<String>'],
    ['user.getProjectRoles(project).some(r => r.name == "CAB")', 'Boolean'],
    ['issue.customfield_10010.accountId', 'Any'],
    ['{ key: issue.key, ids: [1, 2] }', '{key: String, ids: List<Number>}'],
    ['issue.labels.length > 2 ? "many" : "few"', 'String'],
    ['let late = issue.created.plusDays(2); late < new Date()', 'Boolean'],
    ['if (issue.assignee == null) { return "none"; } else { return issue.assignee.accountId; }', 'String'],
    ['issue.links.map(l => l.linkedIssue).filter(i => i.status.name == "Done").length', 'Number'],
    ['config.limit', 'Any'],
    ['issue?.resolution?.name', 'String'],
  ])('%s is %s', async (expression, type) => {
    expect(await analyse('type', expression)).toEqual({ expression, valid: true, type });
  });

  it.each([
    ["issue.id > '0'", "issue.id > '0'", "Can't compare Number to String."],
    [
      'issue.assignee.name',
      'issue.assignee.name',
      'Unrecognized property of `issue.assignee`: "name", which is of the type User.',
    ],
    [
      "issue.summary.startsWith('A')",
      'issue.summary.startsWith',
      'Unrecognized property of `issue.summary`: "startsWith", which is of the type String.',
    ],
    [
      'issue.labels.find(l => l == "x")',
      'issue.labels.find',
      'Unrecognized property of `issue.labels`: "find", which is of the type List<String>.',
    ],
    ['sprint == null', 'sprint', 'Unrecognized variable: "sprint".'],
    ['user.accountId()', 'user.accountId()', '`user.accountId` is not a function.'],
    ['issue.created - 1', 'issue.created - 1', "Can't apply - to Date and Number."],
    ['new Sprint(1)', 'new Sprint(1)', 'There is no type Sprint.'],
  ])('is an error for %s', async (expression, part, message) => {
    expect(await analyse('type', expression)).toEqual({
      expression,
      valid: false,
      type: 'TypeError',
      errors: [{ type: 'type', message, expression: part }],
    });
  });

  it('knows the variables that the request describes', async () => {
    const types = { value: 'User', names: 'List<String>', record: '{ a: Number, b: String }' };
    expect(await analyse('type', '[value.accountId, record.b].concat(names)', types)).toMatchObject({
      type: 'List<String>',
    });
    expect(await analyse('type', 'record.c', types)).toMatchObject({ valid: false, type: 'TypeError' });
    expect(await analyse('type', 'record', { record: '???' })).toMatchObject({ status: 400 });
  });

  it('is not looked for where the expression cannot be parsed', async () => {
    expect(await analyse('type', 'issue.')).toMatchObject({ valid: false, errors: [{ type: 'syntax' }] });
  });
});

describe('the complexity of an expression', () => {
  it.each([
    ['issue.key', '0', undefined],
    ['issue.assignee == user && user.groups.includes("cab")', '2', undefined],
    ['issues.map(i => i.comments)', 'N', { N: 'issues' }],
    ['issues.map(i => i.comments.map(c => issue.properties.get("a")))', 'M*N + N', { N: 'issues', M: 'i.comments' }],
    ['new Issue(10010).comments', '2', undefined],
  ])('%s costs %s', async (expression, expensiveOperations, variables) => {
    expect(await analyse('complexity', expression)).toEqual({
      expression,
      valid: true,
      complexity: { expensiveOperations, ...(variables === undefined ? {} : { variables }) },
    });
  });
});

it('there is no other check', async () => {
  expect(await analyse('style', 'true')).toMatchObject({ status: 400 });
});
