import { route } from '@forge/api';
import { createdWorkflows, workflowToUpdate } from '../../../contracts/jira/administration/workflow-parts';
import { Failure } from '../../../domain/failure';
import type { GuardsOfTransition } from '../../../ports/jira-administration';
import { administer } from './administer';
import { findAppRules, ruleMissing } from './app-rules';
import { missingNative, withConditions, withPresentFields, type Rule, type Transition } from './native-rules';
import { uuidFrom, validatorOf, type AppRules } from './workflow-document';

/**
 * Jira replaces the whole workflow, so everything goes back as it was read, with its version: what somebody changed in
 * between is not overwritten, but refused with 409. Statuses go along as they stand, or their descriptions would be wiped.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-update-post
 */
export async function setGuards(workflowId: string, wanted: readonly GuardsOfTransition[]): Promise<void> {
  const [rules, { statuses, workflows }] = await Promise.all([
    findAppRules({ workflowId }),
    administer('POST', route`/rest/api/3/workflows`, { workflowIds: [workflowId] }, workflowToUpdate),
  ]);
  const [workflow] = workflows;
  if (workflow === undefined) throw new Failure('not-found', 'The workflow of the project is gone.');
  const transitions = workflow.transitions.map((transition) => guarded(transition, workflowId, wanted, rules));
  if (transitions.every((transition, index) => transition === workflow.transitions[index])) return;
  await administer(
    'POST',
    route`/rest/api/3/workflows/update`,
    { statuses, workflows: [{ ...workflow, transitions }] },
    createdWorkflows,
  );
}

/** The very same transition where nothing is otherwise. */
function guarded(
  transition: Transition,
  workflowId: string,
  wanted: readonly GuardsOfTransition[],
  rules: AppRules,
): Transition {
  const { guards, restore } = wanted.find(({ transitionId }) => transitionId === transition.id) ?? {};
  const { validators } = transition;
  const hasGate = validators.some((rule) => isOf(rule, rules.gate.id));
  if (guards === undefined || (!hasGate && restore !== true)) return transition;
  const asked = guards.filter(({ by }) => by === 'gate' || by === 'expression');
  if (rules.expression === undefined && asked.some(({ by }) => by === 'expression')) throw ruleMissing();
  const own: readonly Rule[] = asked.flatMap(
    (guard, index) => validatorOf(guard, rules, uuidFrom(`${workflowId} ${transition.id} ${String(index)}`)) ?? [],
  );
  const isOwn = (rule: Rule) => isOf(rule, rules.gate.id) || isOf(rule, rules.expression?.id);
  const [before, others] = [validators.filter(isOwn), validators.filter((rule) => !isOwn(rule))];
  const kept = others.map((rule) => withPresentFields(rule, guards));
  const added = restore === true ? missingNative(guards, kept) : [];
  const conditions = restore === true ? withConditions(transition.conditions, guards) : transition.conditions;
  const isAsItWas =
    before.length === own.length &&
    before.every((rule, index) => saysTheSame(rule, own[index])) &&
    kept.every((rule, index) => rule === others[index]) &&
    added.length === 0 &&
    conditions === transition.conditions;
  if (isAsItWas) return transition;
  return { ...transition, ...(conditions && { conditions }), validators: [...own, ...kept, ...added] };
}

function isOf({ parameters }: Rule, ruleId: string | undefined): boolean {
  return ruleId !== undefined && parameters?.['key'] === ruleId;
}

/** Ids do not count: Jira gives rules new ones. */
function saysTheSame(one: Rule, other: Rule | undefined): boolean {
  return (['key', 'config'] as const).every((part) => one.parameters?.[part] === other?.parameters?.[part]);
}
