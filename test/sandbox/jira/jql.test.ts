import { beforeAll, describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, CARL, createChange, createTestSite, DORA, doc, move } from './test-site';
import type { Answer, TestSite } from './test-site';

const site = createTestSite();

/**
 * CHG-1 draft, 2 March; CHG-2 assessed, 3 March, all fields; CHG-3 closed, 4 March, 23:30 in Berlin is 22:30 in UTC;
 * SEC-1, which only approvers may see.
 */
beforeAll(async () => {
  await createChange(site, { summary: 'Rotate the signing keys', labels: ['keys', 'security'] });
  site.clock.set('2026-03-03T09:00:00Z');
  const second = await createChange(site, {
    summary: 'Upgrade billing database',
    description: doc('The database moves to version 16'),
    [site.field('Change type')]: { value: 'Emergency' },
    [site.field('Services')]: [{ value: 'Billing' }, { value: 'Login' }],
    [site.field('Rollback owner')]: { accountId: 'ben' },
    [site.field('Planned start')]: '2026-03-10T22:00:00.000+0100',
    [site.field('Review due')]: '2026-04-01',
    [site.field('Effort')]: 3.5,
    [site.field('Ticket')]: 'OPS 4711 urgent',
    assignee: { accountId: 'ben' },
    priority: { name: 'High' },
  });
  await move(site, ANNA, second, '11');
  site.clock.set('2026-03-04T22:30:00Z');
  const third = await createChange(site, { summary: 'Keys for staging' });
  await move(site, ANNA, third, '91');
  await site.ask(BEN, 'POST', '/rest/api/3/issue', {
    fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'Secret keys' },
  });
  site.clock.set('2026-03-05T12:00:00Z');
});

function search(actor: Parameters<TestSite['ask']>[0], jql: string, rest = ''): Promise<Answer> {
  return site.ask(actor, 'GET', `/rest/api/3/search/jql?fields=key&jql=${encodeURIComponent(jql)}${rest}`);
}

async function keys(jql: string, actor = ANNA): Promise<unknown> {
  const { body, status } = await search(actor, jql);
  const issues = at(body, 'issues');
  return status === 200 && Array.isArray(issues) ? issues.map((issue: unknown) => at(issue, 'key')).join(' ') : body;
}

describe('a JQL search', () => {
  it.each([
    ['project = CHG', 'CHG-3 CHG-2 CHG-1'],
    ['project = changes ORDER BY created', 'CHG-1 CHG-2 CHG-3'],
    ['project in (CHG) AND status = Draft', 'CHG-1'],
    ['project = CHG AND status not in (Draft, "Assessment")', 'CHG-3'],
    ['project = CHG AND NOT (status = Draft OR statusCategory = Done)', 'CHG-2'],
    ['project = CHG AND statusCategory != done', 'CHG-2 CHG-1'],
    ['type = "Change Request" AND issuetype = 10000 AND key = chg-2', 'CHG-2'],
    ['key in (CHG-1, CHG-3)', 'CHG-3 CHG-1'],
    ['id = 10001', 'CHG-2'],
    ['labels = keys', 'CHG-1'],
    ['project = CHG AND labels is EMPTY', 'CHG-3 CHG-2'],
    ['project = CHG AND labels != keys', ''],
    ['labels in (keys, nothing)', 'CHG-1'],
    ['assignee = ben', 'CHG-2'],
    ['assignee is not empty', 'CHG-2'],
    ['project = CHG and assignee != ben', ''],
    ['reporter = currentUser() and resolution = Unresolved', 'CHG-2 CHG-1'],
    ['creator in membersOf(engineers) AND resolution = Done', 'CHG-3'],
    ['priority = High', 'CHG-2'],
    ['summary ~ "keys"', 'CHG-3 CHG-1'],
    ['summary ~ "key"', ''],
    ['summary ~ "key*"', 'CHG-3 CHG-1'],
    ['summary ~ "\\"signing keys\\""', 'CHG-1'],
    ['summary !~ keys', 'CHG-2'],
    ['description ~ "version 16"', 'CHG-2'],
    ['text ~ 4711', 'CHG-2'],
    ['"Change type" = Emergency', 'CHG-2'],
    ['cf[10007] in (Emergency, Normal)', 'CHG-2'],
    ['Services = Login AND Services = Billing', 'CHG-2'],
    ['"Rollback owner" = ben', 'CHG-2'],
    ['Effort > 3 and Effort <= 3.5', 'CHG-2'],
    ['Ticket ~ urgent', 'CHG-2'],
    ['"Review due" < "2026/04/02" AND "Review due" >= 2026-04-01', 'CHG-2'],
    ['"Planned start" >= "2026-03-10 22:00" AND "Planned start" <= "2026-03-10 22:00"', 'CHG-2'],
    ['created >= -2d', 'CHG-3'],
    ['project = CHG AND created < -2d', 'CHG-2 CHG-1'],
    ['created >= "2026-03-03" AND created < "2026-03-04"', 'CHG-2'],
    ['created > startOfDay(-1) and created < startOfDay()', 'CHG-3'],
    ['created >= startOfMonth() and created < now() and updated <= endOfMonth()', 'CHG-3 CHG-2 CHG-1'],
    ['created >= startOfDay("-3d") AND created < startOfDay("-2d")', 'CHG-1'],
    ['resolved > 2026-03-01', 'CHG-3'],
    ['project = CHG ORDER BY priority DESC, key ASC', 'CHG-2 CHG-1 CHG-3'],
    ['project = CHG ORDER BY assignee, created DESC', 'CHG-2 CHG-3 CHG-1'],
    ['project = CHG ORDER BY summary', 'CHG-3 CHG-1 CHG-2'],
  ])('%s finds %s', async (jql, expected) => {
    expect(await keys(jql)).toBe(expected);
  });

  it.each([
    ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    ['order by created', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    ['nonsense = 1', "Field 'nonsense' does not exist or you do not have permission to view it."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['project = SEC', "The value 'SEC' does not exist for the field 'project'."],
    ['status = Dratf', "The value 'Dratf' does not exist for the field 'status'."],
    ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
    ['"Change type" = Huge', "The value 'Huge' does not exist for the field 'Change type'."],
    ['key in (CHG-1, CHG-99)', "An issue with key 'CHG-99' does not exist for field 'key'."],
    ['key = SEC-1', "An issue with key 'SEC-1' does not exist for field 'key'."],
    ['id = 99999', "A value with ID '99999' does not exist for the field 'id'."],
    ['assignee = whoever()', "Unable to find JQL function 'whoever()'."],
    ['created > someday()', "Unable to find JQL function 'someday()'."],
    ['status ~ Draft', "The operator '~' is not supported by the 'status' field."],
    ['summary = keys', "The operator '=' is not supported by the 'summary' field."],
    ['Effort = much', "Value 'much' is not a valid number for the field 'Effort'."],
    ['project = CHG order by nonsense', "Field 'nonsense' does not exist or you do not have permission to view it."],
    [
      'created > yesterday',
      "Date value 'yesterday' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
    ],
  ])('refuses %s as Jira does', async (jql, message) => {
    expect(await search(ANNA, jql)).toEqual({ status: 400, body: { errorMessages: [message], errors: {} } });
  });

  it('refuses what it cannot parse and says where', async () => {
    const answer = await search(ANNA, 'project = ');
    expect(answer.status).toBe(400);
    expect(String(at(answer.body, 'errorMessages', 0))).toMatch(/^Error in the JQL Query: /);
  });

  it.each([
    'status was Draft',
    'status changed',
    'sprint = 1',
    'issue in linkedIssues(CHG-1)',
    'issue.property[a].b = 1',
    'summary ~ "a OR b"',
  ])('answers 501 for %s, which Jira understands and the sandbox does not', async (jql) => {
    expect((await search(ANNA, jql)).status).toBe(501);
  });

  it('finds only what the asking account may browse', async () => {
    expect(await keys('summary ~ secret', ANNA)).toBe('');
    expect(await keys('summary ~ secret', CARL)).toBe('');
    expect(await keys('summary ~ secret', DORA)).toBe('');
    expect(await keys('summary ~ secret', BEN)).toBe('SEC-1');
    expect(await keys('summary ~ secret', APP)).toBe('SEC-1');
  });

  it('reads dates in the time zone of the asking account', async () => {
    expect(await keys('created >= "2026-03-04 23:30" AND created < 2026-03-05', ANNA)).toBe('CHG-3');
    expect(await keys('created >= "2026-03-04 23:31"', ANNA)).toBe('');
  });
});

describe('the answer of a search', () => {
  it('has only ids unless fields are asked for, and never a total', async () => {
    const answer = await site.ask(ANNA, 'POST', '/rest/api/3/search/jql', { jql: 'key = CHG-1' });
    expect(answer).toEqual({ status: 200, body: { issues: [{ id: '10000' }], isLast: true } });
  });

  it('has the fields that were asked for', async () => {
    const { body } = await site.ask(ANNA, 'POST', '/rest/api/3/search/jql', {
      jql: 'key = CHG-1',
      fields: ['summary', 'labels'],
      expand: 'names',
    });
    expect(at(body, 'issues', 0, 'fields')).toEqual({
      summary: 'Rotate the signing keys',
      labels: ['keys', 'security'],
    });
    expect(at(body, 'names')).toEqual({ summary: 'Summary', labels: 'Labels' });
  });

  it('goes on page by page with a token that holds for the same query only', async () => {
    const first = await search(ANNA, 'project = CHG', '&maxResults=2');
    expect(at(first.body, 'issues', 1, 'key')).toBe('CHG-2');
    expect(at(first.body, 'isLast')).toBe(false);
    const token = `&maxResults=2&nextPageToken=${String(at(first.body, 'nextPageToken'))}`;
    const second = await search(ANNA, 'project = CHG', token);
    expect(at(second.body, 'issues', 0, 'key')).toBe('CHG-1');
    expect(at(second.body, 'isLast')).toBe(true);
    expect(at(second.body, 'nextPageToken')).toBeUndefined();
    expect((await search(ANNA, 'project = PUB', token)).status).toBe(400);
  });
});
