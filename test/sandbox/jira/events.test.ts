import { describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, CARL, createChange, createTestSite, doc, move } from './test-site';
import type { TestSite } from './test-site';

const names = (site: TestSite): readonly string[] => site.events.map((event) => event.name);
const last = (site: TestSite): unknown => site.events.at(-1)?.payload;

describe('events of issues', () => {
  it('tell of a new issue with all its fields, and of people nothing but the account id', async () => {
    const site = createTestSite();
    const plan = site.field('Rollback plan');
    const key = await createChange(site, { [plan]: doc('Undo'), [site.field('Testers')]: [{ accountId: 'ben' }] });
    expect(names(site)).toEqual(['avi:jira:created:issue']);
    const payload = last(site);
    expect(payload).toMatchObject({
      eventType: 'avi:jira:created:issue',
      selfGenerated: false,
      atlassianId: 'anna',
      timestamp: String(Date.parse('2026-03-02T09:00:00Z')),
      issue: {
        id: '10000',
        key,
        fields: {
          summary: 'Rotate keys',
          creator: { accountId: 'anna' },
          status: { name: 'Draft' },
          project: { key: 'CHG' },
          [plan]: doc('Undo'),
          [site.field('Testers')]: [{ accountId: 'ben' }],
        },
      },
      associatedUsers: { users: [{ accountId: 'anna' }] },
    });
    expect(JSON.stringify(payload)).not.toContain('Requester');
  });

  it('tell of an edit with its changelog, and of an assignment besides', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    site.events.length = 0;
    await site.ask(ANNA, 'PUT', `/rest/api/3/issue/${key}`, { fields: { assignee: { accountId: 'ben' } } });
    expect(names(site)).toEqual(['avi:jira:updated:issue', 'avi:jira:assigned:issue']);
    expect(site.events[0]?.payload).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      atlassianId: 'anna',
      changelog: {
        id: '10000',
        items: [{ field: 'assignee', fieldId: 'assignee', from: null, to: 'ben', toString: 'Ben Approver' }],
      },
      associatedUsers: { users: [{ accountId: 'anna' }, { accountId: 'ben' }] },
    });
    expect(at(site.events[0]?.payload, 'associatedStatuses')).toBeUndefined();
  });

  it('tell of a transition with both statuses, and with the new one in the issue', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    site.events.length = 0;
    await move(site, ANNA, key, '11');
    expect(names(site)).toEqual(['avi:jira:updated:issue']);
    expect(last(site)).toMatchObject({
      issue: { key, fields: { status: { name: 'Assessment' } } },
      changelog: { items: [{ field: 'status', fromString: 'Draft', toString: 'Assessment' }] },
      associatedStatuses: { statuses: [{ name: 'Draft' }, { name: 'Assessment' }] },
    });
  });

  it('are marked as self-generated when the app is the cause', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    await site.ask(APP, 'PUT', `/rest/api/3/issue/${key}`, { fields: { labels: ['seen'] } });
    expect(last(site)).toMatchObject({ selfGenerated: true, atlassianId: 'app-1' });
  });

  it('tell of comments, links and deletions', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const other = await createChange(site);
    await site.ask(BEN, 'POST', `/rest/api/3/issue/${key}/comment`, { body: doc('Looks good') });
    expect(last(site)).toMatchObject({
      eventType: 'avi:jira:commented:issue',
      issue: { key },
      comment: { id: '10000', author: { accountId: 'ben' }, body: doc('Looks good') },
    });
    await site.ask(ANNA, 'POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key },
      outwardIssue: { key: other },
    });
    expect(last(site)).toMatchObject({
      eventType: 'avi:jira:created:issuelink',
      sourceIssueId: '10000',
      destinationIssueId: '10001',
      issueLinkType: { name: 'Blocks', outwardName: 'blocks' },
    });
    await site.ask(CARL, 'DELETE', `/rest/api/3/issue/${key}`);
    expect(last(site)).toMatchObject({ eventType: 'avi:jira:deleted:issue', issue: { key } });
  });

  it('are published however large they are', async () => {
    const site = createTestSite();
    const content = Array.from({ length: 15_000 }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x' }],
    }));
    await createChange(site, { description: { type: 'doc', version: 1, content } });
    expect(JSON.stringify(last(site)).length).toBeGreaterThan(200_000);
  });

  it('keep what they said when the issue changes later', async () => {
    const site = createTestSite();
    const key = await createChange(site, { labels: ['first'] });
    await site.ask(ANNA, 'PUT', `/rest/api/3/issue/${key}`, { update: { labels: [{ add: 'second' }] } });
    expect(at(site.events[0]?.payload, 'issue', 'fields', 'labels')).toEqual(['first']);
  });
});
