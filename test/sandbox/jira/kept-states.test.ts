import { describe, expect, it } from '@jest/globals';
import { administeredSite, API, each } from './administered-site';
import { ANNA, at, createTestSite } from './test-site';

const SUMMARY_ONLY = ['summary', 'customfield_10000'];

/** A site as it was kept before there were contexts, tabs and schemes: one project, one issue type, one issue. */
const OLD_STATE = {
  sequences: { customfield: 10001, option: 10002, screen: 10001, status: 10002, issuetype: 10002, project: 10001, issue: 10001 }, // prettier-ignore
  administrators: ['jira-administrators'],
  fields: [
    {
      id: 'customfield_10000',
      name: 'Change type',
      description: '',
      type: 'select',
      options: [
        { id: '10000', value: 'Normal' },
        { id: '10001', value: 'Emergency' },
      ],
    },
  ],
  screens: [{ id: '10000', name: 'Authorize screen', fieldIds: ['customfield_10000'] }],
  statuses: [
    { id: '10000', name: 'To Do', description: '', category: 'TODO' },
    { id: '10001', name: 'Done', description: '', category: 'DONE' },
  ],
  workflows: [
    {
      id: 'w-1',
      name: 'Simplified workflow',
      statuses: [
        { statusId: '10000', editable: true },
        { statusId: '10001', editable: true },
      ],
      transitions: [
        { id: '1', name: 'Create', type: 'INITIAL', toStatusId: '10000', fromStatusIds: [], screenId: null, conditions: null, validators: [], actions: [] },
        { id: '11', name: 'Finish', type: 'GLOBAL', toStatusId: '10001', fromStatusIds: [], screenId: '10000', conditions: null, validators: [], actions: [] },
      ],
    },
  ],
  issueTypes: [
    { id: '10000', name: 'Change Request', description: '' },
    { id: '10001', name: 'Unused', description: '' },
  ],
  projects: [
    {
      id: '10000',
      key: 'CHG',
      name: 'Changes',
      leadAccountId: 'carl',
      lastIssueNumber: 1,
      issueTypes: [{ issueTypeId: '10000', workflowId: 'w-1', screenFieldIds: SUMMARY_ONLY }],
      permissions: { BROWSE_PROJECTS: ['*'], CREATE_ISSUES: ['*'], EDIT_ISSUES: ['*'], TRANSITION_ISSUES: ['*'] },
    },
  ],
  issues: [
    {
      id: '10000',
      key: 'CHG-1',
      values: { summary: 'Old', project: '10000', issuetype: '10000', status: '10000', customfield_10000: '10001', reporter: 'anna', created: 0, updated: 0 },
      history: [],
      comments: [],
      properties: {},
    },
  ],
  links: [],
}; // prettier-ignore

describe('a site that was kept before there were schemes', () => {
  const upgraded = () => {
    const { site, admin } = administeredSite(createTestSite());
    site.jira.restore(OLD_STATE);
    return { site, admin };
  };

  it('shows its issues as before, on the same screen', async () => {
    const { site } = upgraded();
    const issue = await site.ask(ANNA, 'GET', `${API}/issue/CHG-1?expand=transitions.fields,transitions,editmeta`);
    expect(at(issue.body, 'fields', 'customfield_10000', 'value')).toBe('Emergency');
    expect(at(issue.body, 'editmeta', 'fields', 'customfield_10000', 'name')).toBe('Change type');
    expect(at(issue.body, 'editmeta', 'fields', 'labels')).toBeUndefined();
    expect(at(issue.body, 'transitions', 0, 'fields', 'customfield_10000', 'name')).toBe('Change type');
  });

  it('has a context for each field and schemes for each project, which can be administered', async () => {
    const { site, admin } = upgraded();
    const contexts = at((await admin('GET', '/field/customfield_10000/context')).body, 'values');
    expect(contexts).toMatchObject([{ name: 'Default Configuration Scheme for Change type', isGlobalContext: true }]);
    const schemes = await admin('GET', '/issuetypescheme?expand=issueTypes');
    expect(each(at(schemes.body, 'values'), 'name')).toEqual(['Default Issue Type Scheme', 'CHG: Issue Type Scheme']);
    expect(each(at(schemes.body, 'values', 0, 'issueTypes', 'values'), 'id')).toEqual(['10000', '10001']);
    const screen = at((await admin('GET', '/screens?queryString=CHG')).body, 'values', 0, 'id');
    const tab = at((await admin('GET', `/screens/${String(screen)}/tabs`)).body, 0, 'id');
    await admin('POST', `/screens/${String(screen)}/tabs/${String(tab)}/fields`, { fieldId: 'labels' });
    const edit = { fields: { labels: ['a'] } };
    expect((await site.ask(ANNA, 'PUT', `${API}/issue/CHG-1`, edit)).status).toBe(204);
  });

  it('finds its fields in a search and gives new things ids of their own', async () => {
    const { admin } = upgraded();
    expect(at((await admin('GET', '/search/jql?jql="Change type"=Emergency')).body, 'issues', 0, 'id')).toBe('10000');
    const scheme = await admin('POST', '/issuetypescheme', { name: 'Mine', issueTypeIds: ['10000'] });
    expect(scheme.body).toEqual({ issueTypeSchemeId: '10002' });
    expect(at((await admin('POST', '/screens', { name: 'Mine' })).body, 'id')).toBe(10002);
  });

  it('is kept in its new form from then on', () => {
    const { site } = upgraded();
    const kept: unknown = JSON.parse(JSON.stringify(site.jira.snapshot()));
    const other = createTestSite();
    other.jira.restore(kept);
    expect(other.jira.snapshot()).toEqual(kept);
  });
});
