import { getAppContext, route } from '@forge/api';
import { statusList } from '../../../contracts/jira/administration/site-parts';
import {
  createdWorkflows,
  ruleCapabilities,
  workflowProblems,
} from '../../../contracts/jira/administration/workflow-parts';
import { Failure } from '../../../domain/failure';
import type { StepOutcome } from '../../../domain/provisioning/outcome';
import type { WorkflowSpec } from '../../../domain/provisioning/step';
import { administer, readAsApp } from './administer';
import { workflowDocument, type AppRule, type AppRules } from './workflow-document';

/** Keys of modules in manifest.yml. */
const GATE_MODULE = 'change-gate';
const EXPRESSION_MODULE = 'change-person-guard';

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

/**
 * The app's own rules among those that can be attached. Several environments of the app may be installed on a site: only
 * those of this one are taken, where the runtime says which it is.
 */
async function findAppRules({ projectId, issueTypeId }: WorkflowSpec['rulesFor']): Promise<AppRules> {
  const { forgeRules } = await readAsApp(
    route`/rest/api/3/workflows/capabilities?projectId=${projectId}&issueTypeId=${issueTypeId}`,
    ruleCapabilities,
  );
  const environment = environmentId();
  const own = forgeRules.filter(
    ({ id, ruleType }) => ruleType === 'Validator' && (environment === undefined || id.includes(`/${environment}/`)),
  );
  const find = (module: string): AppRule | undefined => own.find(({ id }) => id.endsWith(`/${module}`));
  const gate = find(GATE_MODULE);
  if (gate === undefined) throw ruleMissing();
  return { gate, expression: find(EXPRESSION_MODULE) };
}

function environmentId(): string | undefined {
  try {
    return getAppContext().environmentAri.environmentId;
  } catch {
    // Not known where the runtime does not say, as under `forge tunnel`.
    return undefined;
  }
}

function ruleMissing(): Failure {
  return new Failure(
    'unexpected-answer',
    'Jira does not offer the gate of this app among the rules of workflows. Check that the app is installed and up to date.',
  );
}
