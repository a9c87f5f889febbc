import { z } from 'zod';

/** Workflows as POST /rest/api/3/workflows gives them, with everything that an update has to send back. */
export const ruleSchema = z.object({
  id: z.string().optional(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string()),
});
export type WorkflowRule = z.infer<typeof ruleSchema>;

export interface RuleGroup {
  readonly operation: 'ALL' | 'ANY';
  readonly conditions: readonly WorkflowRule[];
  readonly conditionGroups: readonly RuleGroup[];
}
const groupSchema: z.ZodType<RuleGroup> = z.lazy(() =>
  z.object({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(ruleSchema),
    conditionGroups: z.array(groupSchema),
  }),
);

const transitionSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  toStatusReference: z.string(),
  links: z.array(z.looseObject({ fromStatusReference: z.string() })),
  conditions: groupSchema.optional(),
  validators: z.array(ruleSchema),
});
export type WorkflowTransition = z.infer<typeof transitionSchema>;

const layoutSchema = z.object({ x: z.number(), y: z.number() }).optional();

const workflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  isEditable: z.boolean().default(true),
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  startPointLayout: layoutSchema,
  loopedTransitionContainerLayout: layoutSchema,
  statuses: z.array(
    z.object({ statusReference: z.string(), layout: layoutSchema, properties: z.record(z.string(), z.string()) }),
  ),
  transitions: z.array(transitionSchema),
});
export type Workflow = z.infer<typeof workflowSchema>;

const statusSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  statusCategory: z.string(),
  statusReference: z.string(),
});
export type WorkflowStatus = z.infer<typeof statusSchema>;

export const workflowsSchema = z.object({ statuses: z.array(statusSchema), workflows: z.array(workflowSchema) });
export const workflowNamesSchema = z.object({
  values: z.array(z.object({ id: z.string(), name: z.string(), isEditable: z.boolean().default(true) })),
});
export type WorkflowName = z.infer<typeof workflowNamesSchema>['values'][number];
