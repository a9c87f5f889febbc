import { route } from '@forge/api';
import { adminProjectPage, createdProject } from '../../../contracts/jira/administration/project-parts';
import { gateConfiguration, jiraTask, readWorkflows } from '../../../contracts/jira/administration/workflow-parts';
import type { FieldMap } from '../../../domain/change/field-map';
import { Failure } from '../../../domain/failure';
import type { Blueprint } from '../../../domain/provisioning/blueprint';
import type { GuardedBy } from '../../../domain/provisioning/governed-project';
import type { StepOutcome } from '../../../domain/provisioning/outcome';
import { situationOf } from '../../../domain/provisioning/situation';
import type { JiraStep } from '../../../domain/provisioning/step';
import type { Survey } from '../../../domain/provisioning/survey';
import type {
  GuardsOfTransition,
  JiraAdministration,
  NamedJiraField,
  NamedJiraProject,
  TaskState,
} from '../../../ports/jira-administration';
import { administer, readAsApp } from './administer';
import { carryOut } from './carry-out';
import { formOfType } from './field-types';
import { listFields, surveyFields } from './survey-fields';
import { setGuards } from './set-guards';
import { countIssues, findProject, surveySchemes } from './survey-project';
import { surveySite } from './survey-site';

/** A company-managed template without boards that every Jira has. */
const TEMPLATE = 'com.atlassian.jira-core-project-templates:jira-core-simplified-process-control';

/** Jira's configuration, over REST API v3 as the app. */
export class JiraSiteAdministration implements JiraAdministration {
  async searchProjects(text: string): Promise<readonly NamedJiraProject[]> {
    const query = new URLSearchParams({ maxResults: '50', orderBy: 'key', ...(text !== '' && { query: text }) });
    const { values } = await readAsApp(route`/rest/api/3/project/search?${query}`, adminProjectPage);
    return values.filter(({ style }) => style === 'classic').map(({ id, key, name }) => ({ id, key, name }));
  }

  async createProject({
    key,
    name,
    lead,
  }: {
    readonly key: string;
    readonly name: string;
    readonly lead: string;
  }): Promise<NamedJiraProject> {
    const body = { key, name, leadAccountId: lead, projectTypeKey: 'business', projectTemplateKey: TEMPLATE };
    try {
      const made = await administer('POST', route`/rest/api/3/project`, body, createdProject);
      return { id: made.id, key: made.key, name };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'unexpected-answer') throw error;
      throw new Failure('bad-request', error.message, { cause: error });
    }
  }

  async survey(projectId: string, blueprint: Blueprint, map: FieldMap): Promise<Survey> {
    const found = await findProject(projectId);
    const [site, fields, current, issues] = await Promise.all([
      surveySite(),
      surveyFields(projectId, blueprint, map),
      found.companyManaged ? surveySchemes(projectId) : NO_SCHEMES,
      countIssues(projectId),
    ]);
    const survey = { project: { ...found, issues, changeRequests: 0 }, ...site, fields, current };
    const type = situationOf(blueprint, survey, map, {}).parts['issue-type'];
    if (issues === 0 || type === undefined || !current.issueTypeScheme.issueTypeIds.includes(type)) return survey;
    return { ...survey, project: { ...survey.project, changeRequests: await countIssues(projectId, type) } };
  }

  async carryOut(step: JiraStep): Promise<StepOutcome> {
    return carryOut(step);
  }

  async task(taskId: string): Promise<TaskState> {
    const { status, message } = await readAsApp(route`/rest/api/3/task/${taskId}`, jiraTask);
    if (status === 'COMPLETE') return { state: 'done' };
    if (status === 'ENQUEUED' || status === 'RUNNING' || status === 'CANCEL_REQUESTED') return { state: 'running' };
    return { state: 'failed', why: message ?? '' };
  }

  async setGuards(workflowId: string, transitions: readonly GuardsOfTransition[]): Promise<void> {
    await setGuards(workflowId, transitions);
  }

  async gatesOf(workflowId: string): Promise<readonly GuardedBy[] | undefined> {
    try {
      const path = route`/rest/api/3/workflows`;
      const [workflow] = (await administer('POST', path, { workflowIds: [workflowId] }, readWorkflows)).workflows;
      return workflow?.transitions.flatMap(({ id, validators }) => {
        const gate = (validators ?? []).flatMap(({ parameters }) => gateIn(parameters ?? {}) ?? [])[0];
        return gate === undefined ? [] : [{ transitionId: id, gate }];
      });
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  async customFields(): Promise<readonly NamedJiraField[]> {
    return (await listFields()).map(({ id, name, schema }) => ({ id, name, form: formOfType(schema?.custom) }));
  }
}

function gateIn(parameters: Readonly<Record<string, unknown>>): GuardedBy['gate'] | undefined {
  const { key, config } = parameters;
  return typeof key === 'string' && key.endsWith('/change-gate') ? gateConfiguration.safeParse(config).data : undefined;
}

/** A team-managed project has none, and is never taken on. */
const NO_SCHEMES: Survey['current'] = {
  issueTypeScheme: { id: '', name: '', others: 0, issueTypeIds: [], defaultIssueTypeId: null },
  issueTypeScreenScheme: { id: '', name: '', others: 0, mappings: [] },
  workflowScheme: { id: '', name: '', others: 0, defaultWorkflow: '', workflowOfType: {} },
  statusesOfType: {},
};
