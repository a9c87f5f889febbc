import { route } from '@forge/api';
import {
  adminProject,
  issueCount,
  issueTypeSchemeItems,
  issueTypeSchemeOfProject,
  schemeWithProjects,
  screenMappings,
  screensOfProject,
  statusesByType,
  workflowSchemeOfProject,
  workflowSchemeUsages,
} from '../../../contracts/jira/administration/project-parts';
import { Failure } from '../../../domain/failure';
import type { Survey } from '../../../domain/provisioning/survey';
import { administer, readAsApp, readPages } from './administer';

type Current = Survey['current'];

export type ProjectFound = Pick<Survey['project'], 'id' | 'key' | 'name' | 'companyManaged' | 'serviceProject'>;

/** @throws Failure `not-found`. */
export async function findProject(projectId: string): Promise<ProjectFound> {
  const { id, key, name, style, projectTypeKey } = await readAsApp(
    route`/rest/api/3/project/${projectId}`,
    adminProject,
  );
  return { id, key, name, companyManaged: style === 'classic', serviceProject: projectTypeKey === 'service_desk' };
}

/** How many issues there are, roughly: Jira counts quickly, not exactly. */
export async function countIssues(projectId: string, issueTypeId?: string): Promise<number> {
  const ofType = issueTypeId === undefined ? '' : ` AND issuetype = ${issueTypeId}`;
  const jql = `project = ${projectId}${ofType}`;
  return (await administer('POST', route`/rest/api/3/search/approximate-count`, { jql }, issueCount)).count;
}

/** The schemes of a company-managed project and what they say. */
export async function surveySchemes(projectId: string): Promise<Current> {
  const [issueTypeScheme, issueTypeScreenScheme, workflowScheme, statuses] = await Promise.all([
    currentIssueTypes(projectId),
    currentScreens(projectId),
    currentWorkflows(projectId),
    readAsApp(route`/rest/api/3/project/${projectId}/statuses`, statusesByType),
  ]);
  const statusesOfType = Object.fromEntries(statuses.map((type) => [type.id, type.statuses.map(({ id }) => id)]));
  return { issueTypeScheme, issueTypeScreenScheme, workflowScheme, statusesOfType };
}

async function currentIssueTypes(projectId: string): Promise<Current['issueTypeScheme']> {
  const [found] = (
    await readAsApp(route`/rest/api/3/issuetypescheme/project?projectId=${projectId}`, issueTypeSchemeOfProject)
  ).values;
  if (found === undefined) throw schemeMissing('issue types');
  const { id, name, defaultIssueTypeId } = found.issueTypeScheme;
  const [items, sharing] = await Promise.all([
    readPages(
      (start) => route`/rest/api/3/issuetypescheme/mapping?issueTypeSchemeId=${id}&maxResults=50&startAt=${start}`,
      issueTypeSchemeItems,
    ),
    readAsApp(route`/rest/api/3/issuetypescheme?id=${id}&expand=projects`, schemeWithProjects),
  ]);
  return {
    id,
    name,
    others: othersIn(sharing),
    issueTypeIds: items.map(({ issueTypeId }) => issueTypeId),
    defaultIssueTypeId: defaultIssueTypeId ?? null,
  };
}

async function currentScreens(projectId: string): Promise<Current['issueTypeScreenScheme']> {
  const [found] = (
    await readAsApp(route`/rest/api/3/issuetypescreenscheme/project?projectId=${projectId}`, screensOfProject)
  ).values;
  if (found === undefined) throw schemeMissing('screens');
  const { id, name } = found.issueTypeScreenScheme;
  const [mappings, sharing] = await Promise.all([
    readPages(
      (start) =>
        route`/rest/api/3/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${id}&maxResults=50&startAt=${start}`,
      screenMappings,
    ),
    readAsApp(route`/rest/api/3/issuetypescreenscheme?id=${id}&expand=projects`, schemeWithProjects),
  ]);
  const own = mappings.map(({ issueTypeId, screenSchemeId }) => ({ issueTypeId, screenSchemeId }));
  return { id, name, others: othersIn(sharing), mappings: own };
}

async function currentWorkflows(projectId: string): Promise<Current['workflowScheme']> {
  const [found] = (
    await readAsApp(route`/rest/api/3/workflowscheme/project?projectId=${projectId}`, workflowSchemeOfProject)
  ).values;
  if (found === undefined) throw schemeMissing('workflows');
  const { id, name, defaultWorkflow, issueTypeMappings } = found.workflowScheme;
  const usages = await readAsApp(route`/rest/api/3/workflowscheme/${id}/projectUsages`, workflowSchemeUsages);
  const others = usages.projects.values.filter((project) => project.id !== projectId).length;
  return { id, name, others, defaultWorkflow, workflowOfType: issueTypeMappings };
}

function othersIn({
  values,
}: {
  readonly values: readonly { projects?: { total?: number | undefined; values: unknown[] } | null | undefined }[];
}): number {
  const projects = values[0]?.projects;
  return Math.max(0, (projects?.total ?? projects?.values.length ?? 1) - 1);
}

function schemeMissing(of: string): Failure {
  return new Failure('unexpected-answer', `Jira does not say which scheme of ${of} this project has.`);
}
