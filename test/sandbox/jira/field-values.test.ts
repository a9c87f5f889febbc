import { describe, expect, it } from '@jest/globals';
import { ANNA, at, createChange, createTestSite, doc, fieldsOf } from './test-site';
import type { TestSite } from './test-site';

const edit = (site: TestSite, key: string, fields: Record<string, unknown>) =>
  site.ask(ANNA, 'PUT', `/rest/api/3/issue/${key}`, { fields });

describe('custom field values', () => {
  it('come back in the formats of Get issue', async () => {
    const site = createTestSite();
    const f = (name: string): string => site.field(name);
    const key = await createChange(site, {
      [f('Implementation plan')]: doc('Step one'),
      [f('Rollback owner')]: { accountId: 'ben' },
      [f('Testers')]: [{ accountId: 'ben' }, { id: 'anna' }, { accountId: 'ben' }],
      [f('Planned start')]: '2026-03-05T10:00:00.000+0100',
      [f('Review due')]: '2026-04-01',
      [f('Change type')]: { value: 'Normal' },
      [f('Services')]: [{ id: '10003' }, { value: 'Login' }],
      [f('Evidence')]: 'https://ci.example.com/1',
      [f('Effort')]: 2.5,
      [f('Ticket')]: 'OPS-1',
      [f('Tags')]: ['b', 'a', 'b'],
    });
    const fields = await fieldsOf(site, key);
    expect(at(fields, f('Implementation plan'))).toEqual(doc('Step one'));
    expect(at(fields, f('Rollback owner'), 'displayName')).toBe('Ben Approver');
    expect(at(fields, f('Testers'), 0, 'accountId')).toBe('ben');
    expect(at(fields, f('Testers'), 2)).toBeUndefined();
    expect(at(fields, f('Planned start'))).toBe('2026-03-05T09:00:00.000+0000');
    expect(at(fields, f('Review due'))).toBe('2026-04-01');
    expect(at(fields, f('Change type'))).toEqual({
      self: 'http://127.0.0.1:2990/rest/api/3/customFieldOption/10001',
      value: 'Normal',
      id: '10001',
    });
    expect(at(fields, f('Services'), 1, 'value')).toBe('Login');
    expect(at(fields, f('Evidence'))).toBe('https://ci.example.com/1');
    expect(at(fields, f('Effort'))).toBe(2.5);
    expect(at(fields, f('Ticket'))).toBe('OPS-1');
    expect(at(fields, f('Tags'))).toEqual(['a', 'b']);
    expect(at(fields, f('Unused'))).toBeNull();
  });

  it.each([
    [
      'Implementation plan',
      'plain text',
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    ],
    ['Rollback owner', { accountId: 'ghost' }, "Account ID 'ghost' does not exist for the field '{id}'."],
    ['Rollback owner', 'ben', 'expected Object containing an "accountId" property'],
    ['Testers', { accountId: 'ben' }, 'data was not an array'],
    ['Planned start', '2026-03-05', 'Error parsing time: 2026-03-05'],
    ['Planned start', '2026-02-30T10:00:00.000+0000', 'Error parsing time: 2026-02-30T10:00:00.000+0000'],
    ['Review due', '2026-02-30', 'Error parsing date string: 2026-02-30'],
    ['Change type', { value: 'Huge' }, "Option value 'Huge' is not valid"],
    ['Change type', { id: '1' }, "Option id '1' is not valid"],
    ['Change type', 'Normal', "Specify a valid 'id' or 'value' for Change type"],
    ['Services', { value: 'Login' }, 'data was not an array'],
    ['Evidence', 'no url', 'Not a valid URL'],
    ['Effort', '2', 'Operation value must be a number'],
    ['Ticket', 7, 'Operation value must be a string'],
    ['Ticket', 'x'.repeat(256), 'The entered text is too long. It exceeds the allowed limit of 255 characters.'],
    ['Tags', ['a b'], "The label 'a b' contains spaces which is invalid."],
    ['Unused', 'x', "Field '{id}' cannot be set. It is not on the appropriate screen, or unknown."],
  ])('of %s refuse %j', async (name, value, message) => {
    const site = createTestSite();
    const key = await createChange(site);
    const id = site.field(name);
    const before = site.jira.snapshot();
    expect(await edit(site, key, { summary: 'Changed', [id]: value })).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { [id]: message.replace('{id}', id) } },
    });
    expect(site.jira.snapshot()).toEqual(before);
  });

  it('refuse a document whose nodes are not those of the Atlassian Document Format', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const broken = { type: 'doc', version: 1, content: [{ type: 'paragraf', content: [] }] };
    expect(await edit(site, key, { description: broken })).toEqual({
      status: 400,
      body: { errorMessages: ['INVALID_INPUT'], errors: {} },
    });
  });

  it('are all named when several are refused', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const { body } = await edit(site, key, {
      [site.field('Effort')]: 'x',
      [site.field('Evidence')]: 'x',
      summary: null,
    });
    expect(at(body, 'errors')).toEqual({
      [site.field('Effort')]: 'Operation value must be a number',
      [site.field('Evidence')]: 'Not a valid URL',
      summary: 'You must specify a summary of the issue.',
    });
  });

  it('are emptied by null, by an empty text and by a document without content', async () => {
    const site = createTestSite();
    const plan = site.field('Implementation plan');
    const ticket = site.field('Ticket');
    const owner = site.field('Rollback owner');
    const key = await createChange(site, { [plan]: doc('x'), [ticket]: 'x', [owner]: { accountId: 'ben' } });
    const empty = { type: 'doc', version: 1, content: [] };
    expect((await edit(site, key, { [plan]: empty, [ticket]: '', [owner]: null })).status).toBe(204);
    const fields = await fieldsOf(site, key);
    expect([at(fields, plan), at(fields, ticket), at(fields, owner)]).toEqual([null, null, null]);
  });
});
