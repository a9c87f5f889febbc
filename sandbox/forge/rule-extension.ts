import { z } from 'zod';
import type { Actor } from '../platform';
import { SiteRefusal } from '../site-refusal';
import type { ProductReader } from './extension-context';
import type { ModuleOf } from './manifest';

/** A rule of a transition, or the place of one that is about to be added. */
export const openRuleSchema = z.strictObject({
  screen: z.enum(['create', 'edit', 'view']),
  workflowId: z.string(),
  transitionId: z.string(),
  /** `parameters.id` of the rule; absent while it is being created. */
  ruleId: z.string().optional(),
});
export type OpenRule = z.infer<typeof openRuleSchema>;

type RuleModule = ModuleOf<'jira:workflowValidator'> | ModuleOf<'jira:workflowCondition'>;

const ruleSchema = z.object({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
type Rule = z.infer<typeof ruleSchema>;
interface Conditions {
  readonly conditions: readonly Rule[];
  readonly conditionGroups: readonly Conditions[];
}
const conditionsSchema: z.ZodType<Conditions> = z.lazy(() =>
  z.object({ conditions: z.array(ruleSchema), conditionGroups: z.array(conditionsSchema) }),
);
const statusSchema = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.string(),
  description: z.string(),
});
const answerSchema = z.object({
  statuses: z.array(statusSchema),
  workflows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      transitions: z.array(
        z.object({
          id: z.string(),
          toStatusReference: z.string(),
          links: z.array(z.object({ fromStatusReference: z.string() })),
          conditions: conditionsSchema.optional(),
          validators: z.array(ruleSchema),
        }),
      ),
    }),
  ),
});

/**
 * What a screen of a workflow rule gets to know in the workflow editor, read as the person who has it open. The saved
 * configuration is the text that `workflowRules.onConfigure` returned.
 * @throws SiteRefusal 404 when the person may not see the workflow, or the workflow has no such transition or rule
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/#new-workflow-editor
 */
export async function ruleExtension(
  reader: ProductReader,
  module: RuleModule,
  open: OpenRule,
  actor: Actor,
): Promise<object> {
  const answer = await reader.jira('/rest/api/3/workflows', actor, { workflowIds: [open.workflowId] });
  if (!answer.ok) throw new SiteRefusal(404, 'The workflow does not exist, or this person may not see it.');
  const { workflows, statuses } = answerSchema.parse(await answer.json());
  const [workflow] = workflows;
  const transition = workflow?.transitions.find(({ id }) => id === open.transitionId);
  if (workflow === undefined || transition === undefined) {
    throw new SiteRefusal(404, `The workflow has no transition ${open.transitionId}.`);
  }
  const isValidator = module.type === 'jira:workflowValidator';
  const rules = isValidator ? transition.validators : rulesOf(transition.conditions);
  const rule = rules.find(
    ({ parameters }) =>
      parameters['id'] === open.ruleId && parameters['key']?.endsWith(`/static/${module.key}`) === true,
  );
  if ((rule === undefined) !== (open.screen === 'create')) {
    throw new SiteRefusal(404, `Transition ${transition.id} has no rule ${open.ruleId ?? ''} of ${module.key}.`);
  }
  const from = transition.links[0]?.fromStatusReference;
  return {
    entryPoint: open.screen,
    isNewEditor: true,
    workflowId: workflow.id,
    workflowName: workflow.name,
    transitionContext: {
      id: transition.id,
      from: statuses.find(({ id }) => id === from) ?? null,
      to: statuses.find(({ id }) => id === transition.toStatusReference) ?? null,
    },
    ...(rule === undefined
      ? {}
      : { [isValidator ? 'validatorConfig' : 'conditionConfig']: rule.parameters['config'] ?? '' }),
  };
}

function rulesOf(conditions: Conditions | undefined): readonly Rule[] {
  return conditions === undefined ? [] : [...conditions.conditions, ...conditions.conditionGroups.flatMap(rulesOf)];
}
