import { route } from '@forge/api';
import { statusList } from '../../../contracts/jira/administration/site-parts';
import { createdWorkflows, workflowProblems } from '../../../contracts/jira/administration/workflow-parts';
import { Failure } from '../../../domain/failure';
import type { StepOutcome } from '../../../domain/provisioning/outcome';
import type { WorkflowSpec } from '../../../domain/provisioning/step';
import { administer, readAsApp } from './administer';
import { findAppRules, ruleMissing } from './app-rules';
import { workflowDocument } from './workflow-document';

/** Has the workflow checked first: what Jira would refuse is told in its words, and nothing is made. */
export async function makeWorkflow(workflow: WorkflowSpec): Promise<StepOutcome> {
  const ids = new URLSearchParams(workflow.statusIds.map((id): [string, string] => ['id', id]));
  const [rules, statuses] = await Promise.all([
    findAppRules(workflow.rulesFor),
    readAsApp(route`/rest/api/3/statuses?${ids}`, statusList),
  ]);
  if (rules.expression === undefined && needsExpression(workflow)) throw ruleMissing();
  const found = statuses.map(({ statusCategory: category, ...status }) => ({ ...status, category }));
  const payload = workflowDocument(workflow, found, rules);
  const { errors } = await administer(
    'POST',
    route`/rest/api/3/workflows/create/validation`,
    { payload, validationOptions: { levels: ['ERROR'] } },
    workflowProblems,
  );
  if (errors.length > 0) {
    const [first] = errors;
    throw new Failure('unexpected-answer', `Jira would not take the workflow: ${first?.message ?? first?.code ?? ''}`);
  }
  const { workflows, taskId } = await administer(
    'POST',
    route`/rest/api/3/workflows/create`,
    payload,
    createdWorkflows,
  );
  const [made] = workflows;
  if (made !== undefined) return { ids: { id: made.id } };
  if (taskId != null) return { task: taskId };
  throw new Failure('unexpected-answer', 'Jira did not say which workflow it made.');
}

function needsExpression({ transitions }: WorkflowSpec): boolean {
  return transitions.some(({ guards }) => guards.some(({ by }) => by === 'expression'));
}
