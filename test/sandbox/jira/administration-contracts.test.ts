import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as schemas from 'jira.js/cloud';
import { z } from 'zod';
import { readContract } from '../openapi-contract';
import type { OpenApiContract } from '../openapi-contract';
import { administeredSite, API, FIELD_TYPES } from './administered-site';
import type { AdministeredSite } from './administered-site';

const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';
const NOTHING = z.undefined();

const SELECT = { name: 'Change risk', description: 'D', type: `${FIELD_TYPES}:select`, searcherKey: `${FIELD_TYPES}:multiselectsearcher` }; // prettier-ignore
const NEW_PROJECT = { key: 'NEW', name: 'New', leadAccountId: 'carl', projectTypeKey: 'software', projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic' }; // prettier-ignore
const DEFAULT_OPTION = { type: 'option.single', contextId: '10014', optionId: '10005' };
const [types, screens, fields] = ['/issuetypescheme', '/issuetypescreenscheme', '/field/customfield_10014'];

/** Method, path, the schema of jira.js, and the body. Each call finds what those before it left. */
const CALLS: readonly [string, string, z.ZodType, unknown][] = [
  ['POST', '/issuetype', schemas.IssueTypeDetailsSchema, { name: 'Incident', description: 'D', hierarchyLevel: 0 }],
  ['GET', '/issuetype/10002', schemas.IssueTypeDetailsSchema, undefined],
  ['GET', '/issuetype/project?projectId=10000&level=0', z.array(schemas.IssueTypeDetailsSchema), undefined],
  ['PUT', '/issuetype/10002', schemas.IssueTypeDetailsSchema, { description: 'E' }],
  ['POST', types, schemas.IssueTypeSchemeIDSchema, { name: 'Mine', description: 'D', issueTypeIds: ['10000', '10001'], defaultIssueTypeId: '10001' }],
  ['GET', `${types}?expand=projects,issueTypes&orderBy=-name&queryString=e&id=10001&id=10004`, schemas.PageIssueTypeSchemeSchema, undefined],
  ['GET', `${types}/mapping?issueTypeSchemeId=10004`, schemas.PageIssueTypeSchemeMappingSchema, undefined],
  ['GET', `${types}/project?projectId=10000`, schemas.PageIssueTypeSchemeProjectsSchema, undefined],
  ['PUT', `${types}/10004`, NOTHING, { name: 'Ours' }],
  ['PUT', `${types}/10004/issuetype`, NOTHING, { issueTypeIds: ['10002'] }],
  ['PUT', `${types}/10004/issuetype/move`, NOTHING, { issueTypeIds: ['10002'], position: 'First' }],
  ['DELETE', `${types}/10004/issuetype/10002`, NOTHING, undefined],
  ['PUT', `${types}/project`, NOTHING, { issueTypeSchemeId: '10004', projectId: '10000' }],
  ['DELETE', `${types}/10004`, NOTHING, undefined],
  ['DELETE', '/issuetype/10002', NOTHING, undefined],
  ['POST', '/screens', schemas.ScreenSchema, { name: 'Mine', description: 'D' }],
  ['GET', '/screens?scope=GLOBAL&queryString=m&orderBy=name', schemas.PageScreenSchema, undefined],
  ['PUT', '/screens/10005', schemas.ScreenSchema, { name: 'Ours' }],
  ['GET', '/screens/10005/availableFields', z.array(schemas.ScreenableFieldSchema), undefined],
  ['POST', '/screens/10005/tabs', schemas.ScreenableTabSchema, { name: 'Plans' }],
  ['GET', '/screens/10005/tabs?projectKey=CHG', z.array(schemas.ScreenableTabSchema), undefined],
  ['PUT', '/screens/10005/tabs/10006', schemas.ScreenableTabSchema, { name: 'Plan' }],
  ['POST', '/screens/10005/tabs/10006/move/0', NOTHING, undefined],
  ['POST', '/screens/10005/tabs/10006/fields', schemas.ScreenableFieldSchema, { fieldId: 'summary' }],
  ['POST', '/screens/10005/tabs/10006/fields', schemas.ScreenableFieldSchema, { fieldId: 'labels' }],
  ['GET', '/screens/10005/tabs/10006/fields', z.array(schemas.ScreenableFieldSchema), undefined],
  ['POST', '/screens/10005/tabs/10006/fields/labels/move', NOTHING, { position: 'First' }],
  ['GET', '/field/labels/screens?expand=tab', schemas.PageScreenWithTabSchema, undefined],
  ['DELETE', '/screens/10005/tabs/10006/fields/labels', NOTHING, undefined],
  ['DELETE', '/screens/10005/tabs/10006', NOTHING, undefined],
  ['POST', '/screenscheme', schemas.ScreenSchemeIdSchema, { name: 'Mine', description: 'D', screens: { default: 10005, edit: 1 } }],
  ['GET', '/screenscheme?expand=issueTypeScreenSchemes&id=10004&orderBy=-id', schemas.PageScreenSchemeSchema, undefined],
  ['PUT', '/screenscheme/10004', NOTHING, { screens: { edit: '10005' } }],
  ['POST', screens, schemas.IssueTypeScreenSchemeIdSchema, { name: 'Mine', description: 'D', issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: '10004' }] }],
  ['GET', `${screens}?expand=projects&queryString=m`, schemas.PageIssueTypeScreenSchemeSchema, undefined],
  ['PUT', `${screens}/10003`, NOTHING, { name: 'Ours' }],
  ['PUT', `${screens}/10003/mapping`, NOTHING, { issueTypeMappings: [{ issueTypeId: '10000', screenSchemeId: '10000' }] }],
  ['PUT', `${screens}/10003/mapping/default`, NOTHING, { screenSchemeId: '1' }],
  ['GET', `${screens}/mapping?issueTypeScreenSchemeId=10003`, schemas.PageIssueTypeScreenSchemeItemSchema, undefined],
  ['PUT', `${screens}/project`, NOTHING, { issueTypeScreenSchemeId: '10003', projectId: '10002' }],
  ['GET', `${screens}/project?projectId=10002`, schemas.PageIssueTypeScreenSchemesProjectsSchema, undefined],
  ['GET', `${screens}/10003/project?query=pub`, schemas.PageProjectDetailsSchema, undefined],
  ['POST', `${screens}/10003/mapping/remove`, NOTHING, { issueTypeIds: ['10000'] }],
  ['PUT', `${screens}/project`, NOTHING, { issueTypeScreenSchemeId: '1', projectId: '10002' }],
  ['DELETE', `${screens}/10003`, NOTHING, undefined],
  ['DELETE', '/screenscheme/10004', NOTHING, undefined],
  ['DELETE', '/screens/10005', NOTHING, undefined],
  ['POST', '/field', schemas.FieldDetailsSchema, SELECT],
  ['PUT', fields, NOTHING, { name: 'Risk' }],
  ['GET', '/field/search?type=custom&projectIds=10000&expand=key,isLocked,searcherKey,screensCount,contextsCount&orderBy=-contextsCount', schemas.PageFieldSchema, undefined],
  ['POST', `${fields}/context`, schemas.CreateCustomFieldContextSchema, { name: 'Mine', description: 'D', projectIds: ['10000'], issueTypeIds: ['10000'] }],
  ['GET', `${fields}/context?isGlobalContext=false`, schemas.PageCustomFieldContextSchema, undefined],
  ['GET', `${fields}/context/projectmapping`, schemas.PageCustomFieldContextProjectMappingSchema, undefined],
  ['GET', `${fields}/context/issuetypemapping?contextId=10015`, schemas.PageIssueTypeToContextMappingSchema, undefined],
  ['POST', `${fields}/context/mapping`, schemas.PageContextForProjectAndIssueTypeSchema, { mappings: [{ projectId: '10000', issueTypeId: '10000' }] }],
  ['PUT', `${fields}/context/10015`, NOTHING, { name: 'Ours' }],
  ['PUT', `${fields}/context/10015/project`, NOTHING, { projectIds: ['10001'] }],
  ['POST', `${fields}/context/10015/project/remove`, NOTHING, { projectIds: ['10001'] }],
  ['PUT', `${fields}/context/10015/issuetype`, NOTHING, { issueTypeIds: ['10001'] }],
  ['POST', `${fields}/context/10015/issuetype/remove`, NOTHING, { issueTypeIds: ['10001'] }],
  ['POST', `${fields}/context/10014/option`, schemas.CustomFieldCreatedContextOptionsListSchema, { options: [{ value: 'High' }, { value: 'Low', disabled: true }] }],
  ['GET', `${fields}/context/10014/option`, schemas.PageCustomFieldContextOptionSchema, undefined],
  ['PUT', `${fields}/context/10014/option`, schemas.CustomFieldUpdatedContextOptionsListSchema, { options: [{ id: '10005', value: 'Huge' }] }],
  ['PUT', `${fields}/context/10014/option/move`, NOTHING, { customFieldOptionIds: ['10006'], position: 'First' }],
  ['PUT', `${fields}/context/defaultValue`, NOTHING, { defaultValues: [DEFAULT_OPTION] }],
  ['GET', `${fields}/context/defaultValue?contextId=10014`, schemas.PageCustomFieldContextDefaultValueSchema, undefined],
  ['DELETE', `${fields}/context/10014/option/10006`, NOTHING, undefined],
  ['DELETE', `${fields}/context/10015`, NOTHING, undefined],
  ['DELETE', fields, schemas.TaskProgressObjectSchema, undefined],
  ['POST', '/project', schemas.ProjectIdentifiersSchema, NEW_PROJECT],
  ['GET', '/project/search?action=edit&typeKey=software&expand=description,lead,issueTypes,url,insight&orderBy=-name&maxResults=2', schemas.PageProjectSchema, undefined],
  ['GET', '/project/NEW', schemas.ProjectSchema, undefined],
]; // prettier-ignore

describe('answers of the administration pass the schemas with which jira.js reads them', () => {
  let admin: AdministeredSite['admin'];

  beforeAll(() => {
    ({ admin } = administeredSite());
  });

  it.each(CALLS)('%s %s', async (method, path, schema, body) => {
    const answer = await admin(method, path, body);
    expect([200, 201, 204, 303]).toContain(answer.status);
    expect(schema.safeParse(answer.body).error).toBeUndefined();
  });
});

/** The schemas of the two lists forget what `expand` adds; Atlassian's own examples of them have it. */
const EXPANDED = /^\/values\/\d+ must NOT have additional properties$/;
/** A default value fits several branches of the document's `oneOf`; Atlassian's own example does, too. */
const isAmbiguous = (path: string): boolean => path.includes('/context/defaultValue');

const withContract = existsSync(CONTRACT) ? describe : describe.skip;

withContract('the administration passes the OpenAPI document of Jira (left out without ../shared/contracts)', () => {
  let contract: OpenApiContract;
  let admin: AdministeredSite['admin'];

  beforeAll(() => {
    contract = readContract(CONTRACT);
    ({ admin } = administeredSite());
  });

  it.each(CALLS)('%s %s', async (method, path, _schema, body) => {
    const operation = contract.operation(method, `${API}${path}`);
    const problems = body !== undefined && isAmbiguous(path) ? [] : operation.requestProblems(body);
    expect(problems).toEqual([]);
    const answer = await admin(method, path, body);
    expect([200, 201, 204, 303]).toContain(answer.status);
    const found = isAmbiguous(path) ? [] : operation.answerProblems(answer);
    const expanded = path.includes('expand=projects');
    expect(found.filter((problem) => !(expanded && EXPANDED.test(problem)))).toEqual([]);
  });

  it.each([
    ['GET', '/issuetype/99'],
    ['GET', '/issuetypescheme/mapping?issueTypeSchemeId=x'],
    ['DELETE', '/issuetypescheme/10000'],
    ['DELETE', '/screens/1'],
    ['DELETE', '/screenscheme/99'],
    ['DELETE', '/issuetypescreenscheme/1'],
    ['GET', '/field/customfield_1/context'],
    ['DELETE', '/field/customfield_1'],
  ])('refuses with a documented status: %s %s', async (method, path) => {
    const answer = await admin(method, path);
    expect(Math.floor(answer.status / 100)).toBe(4);
    expect(contract.operation(method, `${API}${path}`).answerProblems(answer)).toEqual([]);
  });
});
