import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as schemas from 'jira.js/cloud';
import { z } from 'zod';
import { readContract } from '../openapi-contract';
import type { OpenApiContract } from '../openapi-contract';
import { ANNA, BEN, CARL, createChange, createTestSite, doc, move } from './test-site';
import type { TestSite } from './test-site';

const API = '/rest/api/3';
const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';

/** A site with two linked issues, of which CHG-1 has a bit of everything. */
async function filledSite(): Promise<TestSite> {
  const site = createTestSite();
  const f = (name: string): string => site.field(name);
  const key = await createChange(site, {
    description: doc('Why'),
    assignee: { accountId: 'ben' },
    labels: ['keys'],
    [f('Rollback plan')]: doc('Undo'),
    [f('Rollback owner')]: { accountId: 'ben' },
    [f('Testers')]: [{ accountId: 'anna' }],
    [f('Planned start')]: '2026-03-05T10:00:00.000+0100',
    [f('Change type')]: { value: 'Normal' },
  });
  const other = await createChange(site);
  const link = { type: { name: 'Blocks' }, inwardIssue: { key }, outwardIssue: { key: other } };
  await site.ask(ANNA, 'POST', `${API}/issueLink`, link);
  await site.ask(ANNA, 'POST', `${API}/issue/${key}/comment`, { body: doc('Hello') });
  await site.ask(ANNA, 'PUT', `${API}/issue/${key}/properties/p`, { a: 1 });
  await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, { fields: { assignee: null, summary: 'New', labels: [] } });
  await move(site, ANNA, key, '11');
  return site;
}

const link = { type: { name: 'Relates' }, inwardIssue: { key: 'CHG-2' }, outwardIssue: { key: 'CHG-1' } };
const changeIssue = { fields: { project: { key: 'CHG' }, issuetype: { name: 'Task' }, summary: 'x' } };
const check = { accountId: 'anna', globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10000], projects: [10000] }] }; // prettier-ignore

const NOTHING = z.undefined();

/** Method, path, the schema that jira.js reads the answer with, who asks (Ben unless said), and the body. */
const CALLS: readonly [string, string, z.ZodType, typeof BEN, unknown][] = [
  ['GET', '/serverInfo', schemas.ServerInformationSchema, BEN, undefined],
  ['GET', '/myself?expand=groups', schemas.DashboardUserSchema, BEN, undefined],
  ['GET', '/user?accountId=anna', schemas.DashboardUserSchema, BEN, undefined],
  ['GET', '/user/search?query=a', z.array(schemas.DashboardUserSchema), BEN, undefined],
  ['GET', '/users/search', z.array(schemas.DashboardUserSchema), BEN, undefined],
  ['GET', '/user/bulk?accountId=anna&accountId=ben', schemas.PageUserSchema, BEN, undefined],
  ['GET', '/user/groups?accountId=ben', z.array(schemas.GroupNameSchema), BEN, undefined],
  ['GET', '/group/member?groupId=g-engineers', schemas.PageUserDetailsSchema, BEN, undefined],
  ['GET', '/group/bulk', schemas.PageGroupDetailsSchema, BEN, undefined],
  ['GET', '/groups/picker?query=e', schemas.FoundGroupsSchema, BEN, undefined],
  ['POST', '/group', schemas.GroupSchema, CARL, { name: 'cab' }],
  ['GET', '/field', z.array(schemas.FieldDetailsSchema), BEN, undefined],
  ['GET', '/field/search', schemas.PageFieldSchema, CARL, undefined],
  ['GET', '/issuetype', z.array(schemas.IssueTypeDetailsSchema), BEN, undefined],
  ['GET', '/project/search', schemas.PageProjectSchema, BEN, undefined],
  ['GET', '/project/CHG', schemas.ProjectSchema, BEN, undefined],
  ['GET', '/project/CHG/statuses', z.array(schemas.IssueTypeWithStatusSchema), BEN, undefined],
  ['GET', '/status', z.array(schemas.StatusDetailsSchema), BEN, undefined],
  ['GET', '/status/Draft', schemas.StatusDetailsSchema, BEN, undefined],
  ['GET', '/statuses/search', schemas.PageOfStatusesSchema, CARL, undefined],
  ['GET', '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER', schemas.PermissionsSchema, BEN, undefined],
  ['POST', '/permissions/check', schemas.BulkPermissionGrantsSchema, CARL, check],
  ['GET', '/issue/createmeta/CHG/issuetypes', schemas.PageOfCreateMetaIssueTypesSchema, BEN, undefined],
  ['GET', '/issue/createmeta/CHG/issuetypes/10000', schemas.PageOfCreateMetaIssueTypeWithFieldSchema, BEN, undefined],
  ['POST', '/issue', schemas.CreatedIssueSchema, BEN, changeIssue],
  ['GET', '/issue/CHG-1?expand=names,schema,changelog,editmeta,transitions', schemas.IssueSchema, BEN, undefined],
  ['GET', '/issue/CHG-1/editmeta', schemas.IssueUpdateMetadataSchema, BEN, undefined],
  ['GET', '/issue/CHG-1/transitions?expand=transitions.fields', schemas.TransitionsSchema, BEN, undefined],
  ['GET', '/issue/CHG-1/changelog', schemas.PageChangelogSchema, BEN, undefined],
  ['GET', '/issue/CHG-1/comment', schemas.PageOfCommentsSchema, BEN, undefined],
  ['POST', '/issue/CHG-1/comment', schemas.CommentSchema, BEN, { body: doc('Again') }],
  ['GET', '/issue/CHG-1/properties', schemas.PropertyKeysSchema, BEN, undefined],
  ['GET', '/issue/CHG-1/properties/p', schemas.EntityPropertySchema, BEN, undefined],
  ['GET', '/issueLinkType', schemas.IssueLinkTypesSchema, BEN, undefined],
  ['GET', '/issueLink/10000', schemas.IssueLinkSchema, BEN, undefined],
  ['POST', '/issue/bulkfetch', schemas.BulkIssueResultsSchema, BEN, { issueIdsOrKeys: ['CHG-1', 'CHG-99'] }],
  ['GET', '/search/jql?jql=project=CHG&fields=*all', schemas.SearchAndReconcileResultsSchema, BEN, undefined],
  ['POST', '/search/jql', schemas.SearchAndReconcileResultsSchema, BEN, { jql: 'project = CHG', maxResults: 1 }],
  ['POST', '/search/approximate-count', schemas.JQLCountResultsSchema, BEN, { jql: 'project = CHG' }],
  ['PUT', '/issue/CHG-1', NOTHING, BEN, { fields: { summary: 'Newer' } }],
  ['POST', '/issue/CHG-1/transitions', NOTHING, BEN, { transition: { id: '21' } }],
  ['PUT', '/issue/CHG-1/properties/q', z.unknown(), BEN, { a: 1 }],
  ['DELETE', '/issue/CHG-1/properties/q', NOTHING, BEN, undefined],
  ['POST', '/issueLink', z.unknown(), BEN, link],
  ['DELETE', '/issueLink/10001', z.unknown(), BEN, undefined],
  ['POST', '/group/user?groupId=g-engineers', schemas.GroupSchema, CARL, { accountId: 'dora' }],
  ['DELETE', '/group/user?groupId=g-engineers&accountId=dora', NOTHING, CARL, undefined],
  ['DELETE', '/issue/CHG-1', NOTHING, CARL, undefined],
];

describe('answers pass the schemas with which jira.js reads them', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await filledSite();
  });

  it.each(CALLS)('%s %s', async (method, path, schema, actor, body) => {
    const answer = await site.ask(actor, method, `${API}${path}`, body);
    expect(Math.floor(answer.status / 100)).toBe(2);
    expect(schema.safeParse(answer.body).error).toBeUndefined();
  });
});

/** The document calls these texts, but Jira's own examples have null where a field was or becomes empty. */
const EMPTY_CHANGE = /\/items\/\d+\/(from|to|fromString|toString) must be string$/;

const withContract = existsSync(CONTRACT) ? describe : describe.skip;

withContract('requests and answers pass the OpenAPI document of Jira (left out without ../shared/contracts)', () => {
  let contract: OpenApiContract;
  let site: TestSite;

  beforeAll(async () => {
    contract = readContract(CONTRACT);
    site = await filledSite();
  });

  it.each(CALLS)('%s %s', async (method, path, _schema, actor, body) => {
    const operation = contract.operation(method, `${API}${path}`);
    expect(operation.requestProblems(body)).toEqual([]);
    const answer = await site.ask(actor, method, `${API}${path}`, body);
    expect(Math.floor(answer.status / 100)).toBe(2);
    const found = operation.answerProblems(answer).filter((problem) => !EMPTY_CHANGE.test(problem));
    expect(found).toEqual([]);
  });
});
