/**
 * The body of POST /rest/api/3/workflows/create, read strictly: a part that the sandbox does not carry out is refused.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-create-post
 */
import { z } from 'zod';
import { statusCategorySchema } from '../state';

const layoutSchema = z.strictObject({ x: z.number(), y: z.number() });
const noneSchema = z.array(z.unknown()).max(0);

const ruleSchema = z.strictObject({
  id: z.string().optional(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
});
export type DocumentRule = z.infer<typeof ruleSchema>;

export interface DocumentConditions {
  operation?: 'ALL' | 'ANY' | undefined;
  conditions: DocumentRule[];
  conditionGroups: DocumentConditions[];
}
const conditionsSchema: z.ZodType<DocumentConditions> = z.lazy(() =>
  z.strictObject({
    operation: z.enum(['ALL', 'ANY']).optional(),
    conditions: z.array(ruleSchema).default([]),
    conditionGroups: z.array(conditionsSchema).default([]),
  }),
);

const transitionSchema = z.strictObject({
  id: z.string().regex(/^\d+$/),
  type: z.enum(['INITIAL', 'DIRECTED', 'GLOBAL']),
  name: z.string().min(1),
  description: z.string().optional(),
  toStatusReference: z.string(),
  links: z
    .array(
      z.strictObject({
        fromStatusReference: z.string(),
        fromPort: z.number().optional(),
        toPort: z.number().optional(),
      }),
    )
    .default([]),
  conditions: conditionsSchema.nullish(),
  validators: z.array(ruleSchema).default([]),
  actions: z.array(ruleSchema).default([]),
  triggers: noneSchema.default([]),
  properties: z.strictObject({}).default({}),
  transitionScreen: ruleSchema.nullish(),
});
export type DocumentTransition = z.infer<typeof transitionSchema>;

const workflowSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  startPointLayout: layoutSchema.optional(),
  loopedTransitionContainerLayout: layoutSchema.optional(),
  statuses: z.array(
    z.strictObject({
      statusReference: z.string(),
      layout: layoutSchema.optional(),
      properties: z.strictObject({ 'jira.issue.editable': z.enum(['true', 'false']).optional() }).default({}),
    }),
  ),
  transitions: z.array(transitionSchema).min(1),
});
export type DocumentWorkflow = z.infer<typeof workflowSchema>;

export const workflowDocumentSchema = z.strictObject({
  scope: z.strictObject({ type: z.literal('GLOBAL') }),
  statuses: z.array(
    z.strictObject({
      id: z.string().optional(),
      name: z.string().min(1),
      description: z.string().optional(),
      statusCategory: statusCategorySchema,
      statusReference: z.string(),
    }),
  ),
  workflows: z.array(workflowSchema),
});
export type WorkflowDocument = z.infer<typeof workflowDocumentSchema>;
