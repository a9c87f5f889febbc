/** What a Jira site remembers of statuses, workflows and workflow schemes. */
import { z } from 'zod';

export const statusCategorySchema = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);
export type StatusCategory = z.infer<typeof statusCategorySchema>;

export const statusSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  category: statusCategorySchema,
});
export type Status = z.infer<typeof statusSchema>;

/** Rules are kept without an id: Jira gives them new ones whenever a workflow is read. */
const ruleSchema = z.object({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
export type WorkflowRule = z.infer<typeof ruleSchema>;

export interface ConditionGroup {
  operation: 'ALL' | 'ANY';
  conditions: WorkflowRule[];
  conditionGroups: ConditionGroup[];
}
const conditionGroupSchema: z.ZodType<ConditionGroup> = z.lazy(() =>
  z.object({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(ruleSchema),
    conditionGroups: z.array(conditionGroupSchema),
  }),
);

const layoutSchema = z.object({ x: z.number(), y: z.number() });
export type Layout = z.infer<typeof layoutSchema>;

const portsSchema = z.object({ fromPort: z.number().optional(), toPort: z.number().optional() });

const transitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  toStatusId: z.string(),
  fromStatusIds: z.array(z.string()),
  /** Where the line of a link begins and ends on the diagram, by the status it comes from. */
  ports: z.record(z.string(), portsSchema).default({}),
  screenId: z.string().nullable(),
  conditions: conditionGroupSchema.nullable(),
  validators: z.array(ruleSchema),
  actions: z.array(ruleSchema),
});
export type Transition = z.infer<typeof transitionSchema>;

const workflowStatusSchema = z.object({
  statusId: z.string(),
  editable: z.boolean(),
  layout: layoutSchema.optional(),
});

/** A site that was kept before workflows could be administered has neither versions nor descriptions. */
export const workflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  /** Counts up with every update. */
  versionNumber: z.number().default(1),
  created: z.number().nullable().default(null),
  updated: z.number().nullable().default(null),
  startPointLayout: layoutSchema.optional(),
  loopedTransitionContainerLayout: layoutSchema.optional(),
  statuses: z.array(workflowStatusSchema),
  transitions: z.array(transitionSchema),
});
export type Workflow = z.infer<typeof workflowSchema>;

/** Which workflow the issues of a type follow: the one mapped to the type, else the default. */
const workflowAssignmentSchema = z.object({
  defaultWorkflowId: z.string(),
  workflowIds: z.record(z.string(), z.string()),
});
export type WorkflowAssignment = z.infer<typeof workflowAssignmentSchema>;

const draftSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  ...workflowAssignmentSchema.shape,
  lastModified: z.number(),
  lastModifiedBy: z.string(),
});
export type WorkflowSchemeDraft = z.infer<typeof draftSchema>;

export const workflowSchemeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  versionNumber: z.number(),
  ...workflowAssignmentSchema.shape,
  draft: draftSchema.nullable(),
});
export type WorkflowScheme = z.infer<typeof workflowSchemeSchema>;
