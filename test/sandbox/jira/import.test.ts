import { describe, expect, it } from '@jest/globals';
import { at, createTestSite, doc, fieldsOf } from './test-site';

const row = (more: object = {}) => ({
  project: 'CHG',
  issueType: 'Change Request',
  status: 'Approved',
  fields: { summary: 'From a file' },
  ...more,
});

describe('an import', () => {
  it('puts issues straight into a later status, with nothing in the changelog and one event each', async () => {
    const site = createTestSite();
    const fields = {
      summary: 'From a file',
      reporter: { accountId: 'anna' },
      [site.field('Rollback plan')]: doc('Undo'),
      [site.field('Unused')]: 'not on any screen',
    };
    expect(site.jira.importIssues([row({ fields }), row({ status: 'Closed' })], 'carl')).toEqual(['CHG-1', 'CHG-2']);
    expect(await fieldsOf(site, 'CHG-1')).toMatchObject({
      status: { name: 'Approved' },
      reporter: { accountId: 'anna' },
      creator: { accountId: 'carl' },
      resolution: null,
      [site.field('Unused')]: 'not on any screen',
    });
    const changelog = await site.ask({ kind: 'user', accountId: 'carl' }, 'GET', '/rest/api/3/issue/CHG-1/changelog');
    expect(at(changelog.body, 'total')).toBe(0);
    expect(site.calls).toEqual([]);
    expect(site.events.map(({ name, payload }) => [name, at(payload, 'issue', 'fields', 'status', 'name')])).toEqual([
      ['avi:jira:created:issue', 'Approved'],
      ['avi:jira:created:issue', 'Closed'],
    ]);
  });

  it.each([
    ['a project', { project: 'NIL' }, "There is no project 'NIL'."],
    ['an issue type', { issueType: 'Epic' }, "The project CHG has no issue type 'Epic'."],
    ['a status', { status: 'To Do' }, "The workflow 'Change' has no status 'To Do'."],
    ['a summary', { fields: {} }, 'You must specify a summary of the issue.'],
  ])('imports nothing when a row needs %s that is not there', (_, more, message) => {
    const site = createTestSite();
    expect(() => site.jira.importIssues([row(), row(more)], 'carl')).toThrow(message);
    expect(site.jira.snapshot()).toEqual(createTestSite().jira.snapshot());
    expect(site.events).toEqual([]);
  });

  it('is for Jira administrators', () => {
    expect(() => createTestSite().jira.importIssues([row()], 'anna')).toThrow(
      'Only Jira administrators can import issues.',
    );
  });
});
