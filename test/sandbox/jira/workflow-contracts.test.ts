import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as schemas from 'jira.js/cloud';
import { z } from 'zod';
import { readContract } from '../openapi-contract';
import type { OpenApiContract } from '../openapi-contract';
import { at, createChange, createTestSite } from './test-site';
import type { TestSite } from './test-site';
import { admin, APPROVED, ASSESSMENT, CHANGE_REQUEST, CHG, CLOSED, createBody, DRAFT, readWorkflow, TASK, twoSteps, twoStepScheme, updateBody } from './workflow-requests'; // prettier-ignore

const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';
const NOTHING = z.undefined();

type Body = unknown;

/** What later calls refer to. */
interface Facts {
  readonly site: TestSite;
  /** Id of the workflow of the change requests. */
  readonly workflow: string;
  /** Id of a scheme that no project has. */
  readonly idle: string;
}

const MAPPINGS = [
  { issueTypeId: CHANGE_REQUEST, statusId: ASSESSMENT, newStatusId: DRAFT },
  { issueTypeId: CHANGE_REQUEST, statusId: APPROVED, newStatusId: DRAFT },
];
const OVERRIDE = [
  {
    issueTypeId: CHANGE_REQUEST,
    statusMappings: MAPPINGS.map(({ statusId: oldStatusId, newStatusId }) => ({ oldStatusId, newStatusId })),
  },
];

async function newWorkflowId(site: TestSite): Promise<string> {
  return String(at(await readWorkflow(site, 'Contract'), 'id'));
}

async function schemeVersion(site: TestSite, id: string): Promise<unknown> {
  return at((await admin(site, 'POST', '/workflowscheme/read', { workflowSchemeIds: [id] })).body, 0, 'version');
}

/** Method, path (`{workflow}`, `{idle}` are filled in), the schema of jira.js, and the body. Each call finds what those before it left. */
const CALLS: readonly [string, string, z.ZodType, ((facts: Facts) => Body | Promise<Body>)?][] = [
  ['POST', '/statuses', z.array(schemas.JiraStatusSchema), () => ({ scope: { type: 'GLOBAL' }, statuses: [{ name: 'Parked', description: 'Not now', statusCategory: 'TODO' }] })],
  ['PUT', '/statuses', NOTHING, () => ({ statuses: [{ id: '10007', name: 'Shelved', statusCategory: 'TODO' }] })],
  ['GET', '/statuses?id=10007&id=10003', z.array(schemas.JiraStatusSchema)],
  ['GET', '/statuses/search?searchString=shel&statusCategory=TODO', schemas.PageOfStatusesSchema],
  ['GET', '/statuses/10003/workflowUsages', schemas.StatusWorkflowUsageDTOSchema],
  ['GET', '/statuses/10003/projectUsages?maxResults=1', schemas.StatusProjectUsageDTOSchema],
  ['DELETE', '/statuses?id=10007', NOTHING],
  ['GET', '/workflows/capabilities?workflowId={workflow}', schemas.WorkflowCapabilitiesSchema],
  ['GET', '/workflows/capabilities?projectId=10000&issueTypeId=10000', schemas.WorkflowCapabilitiesSchema],
  ['POST', '/workflows/create/validation', schemas.WorkflowValidationErrorListSchema, () => ({ payload: createBody(twoSteps('Change')), validationOptions: { levels: ['ERROR', 'WARNING'] } })],
  ['POST', '/workflows/create', schemas.WorkflowCreateResponseSchema, () => createBody(twoSteps('Contract'))],
  ['POST', '/workflows', schemas.WorkflowReadResponseSchema, ({ workflow }) => ({ workflowNames: ['Contract'], workflowIds: [workflow], projectAndIssueTypes: [{ projectId: CHG, issueTypeId: TASK }] })],
  ['GET', '/workflows/search?expand=values.transitions&queryString=c&orderBy=-name&isActive=true&scope=GLOBAL', schemas.WorkflowSearchResponseSchema],
  ['POST', '/workflows/update/validation', schemas.WorkflowValidationErrorListSchema, async ({ site }) => ({ payload: await updateBody(site, 'Change') })],
  ['POST', '/workflows/update', schemas.WorkflowUpdateResponseSchema, ({ site }) => updateBody(site, 'Contract')],
  ['GET', '/workflow/{workflow}/projectUsages', schemas.WorkflowProjectUsageDTOSchema],
  ['GET', '/workflow/{workflow}/workflowSchemes', schemas.WorkflowSchemeUsageDTOSchema],
  ['GET', '/workflow/{workflow}/project/10000/issueTypeUsages', schemas.WorkflowProjectIssueTypeUsageDTOSchema],
  ['GET', '/workflowscheme?maxResults=2', schemas.PageWorkflowSchemeSchema],
  ['POST', '/workflowscheme', schemas.WorkflowSchemeSchema, () => ({ name: 'Another', description: 'One more', defaultWorkflow: 'Contract', issueTypeMappings: { [TASK]: 'Contract' } })],
  ['GET', '/workflowscheme/10000', schemas.WorkflowSchemeSchema],
  ['PUT', '/workflowscheme/{idle}', schemas.WorkflowSchemeSchema, () => ({ name: 'Idle' })],
  ['GET', '/workflowscheme/{idle}/default', schemas.DefaultWorkflowSchema],
  ['PUT', '/workflowscheme/{idle}/default', schemas.WorkflowSchemeSchema, () => ({ workflow: 'Contract' })],
  ['DELETE', '/workflowscheme/{idle}/default', schemas.WorkflowSchemeSchema],
  ['PUT', '/workflowscheme/{idle}/issuetype/10001', schemas.WorkflowSchemeSchema, () => ({ issueType: TASK, workflow: 'Contract' })],
  ['GET', '/workflowscheme/{idle}/issuetype/10001', schemas.IssueTypeWorkflowMappingSchema],
  ['DELETE', '/workflowscheme/{idle}/issuetype/10001', schemas.WorkflowSchemeSchema],
  ['PUT', '/workflowscheme/{idle}/workflow?workflowName=Contract', schemas.WorkflowSchemeSchema, () => ({ issueTypes: [TASK], defaultMapping: true })],
  ['GET', '/workflowscheme/{idle}/workflow?workflowName=Contract', schemas.IssueTypesWorkflowMappingSchema],
  ['DELETE', '/workflowscheme/{idle}/workflow?workflowName=Contract', z.unknown()],
  ['POST', '/workflowscheme/10000/createdraft', schemas.WorkflowSchemeSchema],
  ['GET', '/workflowscheme/10000/draft', schemas.WorkflowSchemeSchema],
  ['PUT', '/workflowscheme/10000/draft', schemas.WorkflowSchemeSchema, () => ({ description: 'Drafted' })],
  ['PUT', '/workflowscheme/10000/draft/default', schemas.WorkflowSchemeSchema, () => ({ workflow: 'Contract' })],
  ['PUT', '/workflowscheme/10000/draft/issuetype/10001', schemas.WorkflowSchemeSchema, () => ({ workflow: 'Change' })],
  ['PUT', '/workflowscheme/10000/draft/workflow?workflowName=Contract', schemas.WorkflowSchemeSchema, () => ({ issueTypes: [TASK] })],
  ['DELETE', '/workflowscheme/10000/draft', NOTHING],
  ['PUT', '/workflowscheme/10000/issuetype/10000', schemas.WorkflowSchemeSchema, () => ({ workflow: 'Contract', updateDraftIfNeeded: true })],
  ['POST', '/workflowscheme/10000/draft/publish?validateOnly=true', NOTHING, () => ({ statusMappings: MAPPINGS })],
  ['POST', '/workflowscheme/10000/draft/publish', schemas.TaskProgressObjectSchema, () => ({ statusMappings: MAPPINGS })],
  ['GET', '/task/10000', schemas.TaskProgressObjectSchema],
  ['GET', '/task/10000', schemas.TaskProgressObjectSchema],
  ['POST', '/workflowscheme/read', z.array(schemas.WorkflowSchemeReadResponseSchema), () => ({ projectIds: [CHG], workflowSchemeIds: ['10001'] })],
  ['POST', '/workflowscheme/update/mappings', schemas.WorkflowSchemeUpdateRequiredMappingsResponseSchema, ({ workflow }) => ({ id: '10000', defaultWorkflowId: workflow, workflowsForIssueTypes: [] })],
  ['POST', '/workflowscheme/update', z.unknown(), async ({ site, idle }) => ({ id: idle, name: 'Idle again', description: '', version: await schemeVersion(site, idle), workflowsForIssueTypes: [{ workflowId: await newWorkflowId(site), issueTypeIds: [TASK] }] })],
  ['GET', '/workflowscheme/project?projectId=10000&projectId=10001', schemas.ContainerOfWorkflowSchemeAssociationsSchema],
  ['PUT', '/workflowscheme/project', NOTHING, ({ idle }) => ({ projectId: '10001', workflowSchemeId: idle })],
  ['GET', '/workflowscheme/10000/projectUsages', schemas.WorkflowSchemeProjectUsageDTOSchema],
  ['DELETE', '/workflowscheme/10001', NOTHING],
  ['DELETE', '/workflow/{workflow}', NOTHING],
]; // prettier-ignore

/** Jest would hand its own callback to a test whose row is too short. */
const ROWS = CALLS.map(([method, path, schema, body = () => undefined]) => [method, path, schema, body] as const);

async function prepare(): Promise<Facts> {
  const site = createTestSite();
  await createChange(site);
  const idle = await twoStepScheme(site, 'Idle steps');
  return { site, idle, workflow: String(at(await readWorkflow(site, 'Change'), 'id')) };
}

const filled = (path: string, { workflow, idle }: Facts): string =>
  `/rest/api/3${path.replace('{workflow}', workflow).replace('{idle}', idle)}`;

describe('answers about workflows pass the schemas with which jira.js reads them', () => {
  let facts: Facts;

  beforeAll(async () => {
    facts = await prepare();
  });

  it.each(ROWS)('%s %s', async (method, path, schema, body) => {
    const answer = await admin(facts.site, method, filled(path, facts).replace('/rest/api/3', ''), await body(facts));
    expect([2, 3]).toContain(Math.floor(answer.status / 100));
    expect(schema.safeParse(answer.body).error).toBeUndefined();
  });

  it('POST /workflowscheme/project/switch', async () => {
    const { site } = await prepare();
    const targetSchemeId = await twoStepScheme(site);
    const body = { projectId: CHG, targetSchemeId, mappingsByIssueTypeOverride: OVERRIDE };
    expect(schemas.WorkflowSchemeProjectSwitchSchema.safeParse(body).error).toBeUndefined();
    const answer = await admin(site, 'POST', '/workflowscheme/project/switch', body);
    expect(answer.status).toBe(303);
    expect(schemas.TaskProgressObjectSchema.safeParse(answer.body).error).toBeUndefined();
  });
});

const withContract = existsSync(CONTRACT) ? describe : describe.skip;

withContract(
  'requests and answers about workflows pass the OpenAPI document (left out without ../shared/contracts)',
  () => {
    let contract: OpenApiContract;
    let facts: Facts;

    beforeAll(async () => {
      contract = readContract(CONTRACT);
      facts = await prepare();
    });

    it.each(ROWS)('%s %s', async (method, path, _schema, body) => {
      const asked = filled(path, facts);
      const operation = contract.operation(method, asked);
      const sent = await body(facts);
      expect(operation.requestProblems(sent)).toEqual([]);
      const answer = await admin(facts.site, method, asked.replace('/rest/api/3', ''), sent);
      expect([2, 3]).toContain(Math.floor(answer.status / 100));
      expect(operation.answerProblems(answer)).toEqual([]);
    });
  },
);

it('the statuses of the seed have the ids by which the tests name them', async () => {
  const { site } = await prepare();
  const { body } = await admin(site, 'GET', `/statuses?id=${DRAFT}&id=${ASSESSMENT}&id=${APPROVED}&id=${CLOSED}`);
  expect([0, 1, 2, 3].map((index) => at(body, index, 'name'))).toEqual(['Draft', 'Assessment', 'Approved', 'Closed']);
});
