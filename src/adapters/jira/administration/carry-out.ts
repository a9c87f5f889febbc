import { route } from '@forge/api';
import { anyAnswer, issueTypeSchemeId, oneId, statusList } from '../../../contracts/jira/administration/site-parts';
import { jiraTask } from '../../../contracts/jira/administration/workflow-parts';
import type { StepOutcome } from '../../../domain/provisioning/outcome';
import type { JiraStep } from '../../../domain/provisioning/step';
import { administer } from './administer';
import { typeKeysOf } from './field-types';
import { addOptions, fillScreen } from './fill';
import { makeWorkflow } from './make-workflow';

const NOTHING_MADE: StepOutcome = { ids: {} };

/** Does one step in Jira. @throws Failure as `administer` does. */
export async function carryOut(step: JiraStep): Promise<StepOutcome> {
  switch (step.do) {
    case 'make-issue-type':
      return made(route`/rest/api/3/issuetype`, { ...described(step), hierarchyLevel: 0 });
    case 'make-field':
      return made(route`/rest/api/3/field`, { ...described(step), ...typeKeysOf(step.form) });
    case 'add-options':
      await addOptions(step.fieldId, step.options);
      return NOTHING_MADE;
    case 'make-statuses':
      return makeStatuses(step);
    case 'make-screen':
      return made(route`/rest/api/3/screens`, described(step));
    case 'fill-screen':
      await fillScreen(step.screenId, step.fieldIds);
      return NOTHING_MADE;
    case 'make-screen-scheme':
      return made(route`/rest/api/3/screenscheme`, {
        ...described(step),
        screens: { default: Number(step.screenId) },
      });
    case 'make-issue-type-screen-scheme':
      return made(route`/rest/api/3/issuetypescreenscheme`, {
        ...described(step),
        issueTypeMappings: step.mappings,
      });
    case 'make-issue-type-scheme':
      return makeIssueTypeScheme(step);
    case 'make-workflow':
      return makeWorkflow(step.workflow);
    case 'make-workflow-scheme':
      return made(route`/rest/api/3/workflowscheme`, {
        ...described(step),
        defaultWorkflow: step.defaultWorkflow,
        issueTypeMappings: step.workflowOfType,
      });
    case 'assign-workflow-scheme':
      return assignWorkflowScheme(step);
    case 'assign-screens':
      return assigned(route`/rest/api/3/issuetypescreenscheme/project`, {
        issueTypeScreenSchemeId: step.schemeId,
        projectId: step.projectId,
      });
    case 'assign-issue-types':
      return assigned(route`/rest/api/3/issuetypescheme/project`, {
        issueTypeSchemeId: step.schemeId,
        projectId: step.projectId,
      });
  }
}

type StepOf<Kind extends JiraStep['do']> = Extract<JiraStep, { readonly do: Kind }>;

function described({ name, description }: { readonly name: string; readonly description: string }) {
  return { name, description };
}

async function made(path: ReturnType<typeof route>, body: object): Promise<StepOutcome> {
  const { id } = await administer('POST', path, body, oneId);
  return { ids: { id } };
}

async function assigned(path: ReturnType<typeof route>, body: object): Promise<StepOutcome> {
  await administer('PUT', path, body, anyAnswer);
  return NOTHING_MADE;
}

async function makeStatuses({ statuses }: StepOf<'make-statuses'>): Promise<StepOutcome> {
  const body = {
    scope: { type: 'GLOBAL' },
    statuses: statuses.map(({ name, description, category }) => ({ name, description, statusCategory: category })),
  };
  const answer = await administer('POST', route`/rest/api/3/statuses`, body, statusList);
  const ids = statuses.flatMap(({ stage, name }) => {
    const status = answer.find((one) => one.name === name);
    return status === undefined ? [] : [[stage, status.id] as const];
  });
  return { ids: Object.fromEntries(ids) };
}

async function makeIssueTypeScheme(step: StepOf<'make-issue-type-scheme'>): Promise<StepOutcome> {
  const { issueTypeIds, defaultIssueTypeId } = step;
  const body = { ...described(step), issueTypeIds, ...(defaultIssueTypeId !== null && { defaultIssueTypeId }) };
  const answer = await administer('POST', route`/rest/api/3/issuetypescheme`, body, issueTypeSchemeId);
  return { ids: { id: answer.issueTypeSchemeId } };
}

/**
 * An empty project is given its scheme at once; one with issues is switched over by a task of Jira.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/
 */
async function assignWorkflowScheme(step: StepOf<'assign-workflow-scheme'>): Promise<StepOutcome> {
  const { projectId, schemeId, moves } = step;
  if (moves === null) {
    return assigned(route`/rest/api/3/workflowscheme/project`, { projectId, workflowSchemeId: schemeId });
  }
  const types = [...new Set(moves.map(({ issueTypeId }) => issueTypeId))];
  const body = {
    projectId,
    targetSchemeId: schemeId,
    mappingsByIssueTypeOverride: types.map((issueTypeId) => ({
      issueTypeId,
      statusMappings: moves
        .filter((move) => move.issueTypeId === issueTypeId)
        .map(({ from, to }) => ({ oldStatusId: from, newStatusId: to })),
    })),
  };
  const task = await administer('POST', route`/rest/api/3/workflowscheme/project/switch`, body, jiraTask);
  return { task: task.id };
}
