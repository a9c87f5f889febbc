/** What a Jira site remembers, as JSON. Field values are kept in one form per field kind (see `fields/`); empty is null. */
import { z } from 'zod';

export const jsonSchema = z.json();
export type Json = z.infer<typeof jsonSchema>;

export const statusCategorySchema = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);
export type StatusCategory = z.infer<typeof statusCategorySchema>;

const customFieldSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.string(),
  options: z.array(z.object({ id: z.string(), value: z.string() })),
});
const screenSchema = z.object({ id: z.string(), name: z.string(), fieldIds: z.array(z.string()) });
const statusSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  category: statusCategorySchema,
});
const ruleSchema = z.object({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });

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
const transitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  toStatusId: z.string(),
  fromStatusIds: z.array(z.string()),
  screenId: z.string().nullable(),
  conditions: conditionGroupSchema.nullable(),
  validators: z.array(ruleSchema),
  actions: z.array(ruleSchema),
});
const workflowSchema = z.object({
  id: z.string(),
  name: z.string(),
  statuses: z.array(z.object({ statusId: z.string(), editable: z.boolean() })),
  transitions: z.array(transitionSchema),
});
const issueTypeSchema = z.object({ id: z.string(), name: z.string(), description: z.string() });
const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  leadAccountId: z.string(),
  lastIssueNumber: z.number(),
  issueTypes: z.array(
    z.object({ issueTypeId: z.string(), workflowId: z.string(), screenFieldIds: z.array(z.string()) }),
  ),
  permissions: z.record(z.string(), z.array(z.string())),
  /** A site that was kept before there were project roles has none. */
  roleActors: z
    .array(z.object({ roleId: z.string(), accountIds: z.array(z.string()), groupNames: z.array(z.string()) }))
    .default([]),
});
const projectRoleSchema = z.object({ id: z.string(), name: z.string() });
const changeItemSchema = z.object({
  field: z.string(),
  fieldtype: z.enum(['jira', 'custom']),
  fieldId: z.string().nullable(),
  from: z.string().nullable(),
  fromString: z.string().nullable(),
  to: z.string().nullable(),
  toString: z.string().nullable(),
});
const historySchema = z.object({
  id: z.string(),
  author: z.string(),
  created: z.number(),
  items: z.array(changeItemSchema),
});
const commentSchema = z.object({ id: z.string(), author: z.string(), body: jsonSchema, created: z.number() });
const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  values: z.record(z.string(), jsonSchema),
  history: z.array(historySchema),
  comments: z.array(commentSchema),
  properties: z.record(z.string(), jsonSchema),
});
const linkSchema = z.object({ id: z.string(), typeId: z.string(), inwardId: z.string(), outwardId: z.string() });

export const jiraStateSchema = z.object({
  sequences: z.record(z.string(), z.number()),
  administrators: z.array(z.string()),
  fields: z.array(customFieldSchema),
  screens: z.array(screenSchema),
  statuses: z.array(statusSchema),
  workflows: z.array(workflowSchema),
  issueTypes: z.array(issueTypeSchema),
  projects: z.array(projectSchema),
  roles: z.array(projectRoleSchema).default([]),
  issues: z.array(issueSchema),
  links: z.array(linkSchema),
});

export type JiraState = z.infer<typeof jiraStateSchema>;
export type CustomField = z.infer<typeof customFieldSchema>;
export type Screen = z.infer<typeof screenSchema>;
export type Status = z.infer<typeof statusSchema>;
export type WorkflowRule = z.infer<typeof ruleSchema>;
export type Transition = z.infer<typeof transitionSchema>;
export type Workflow = z.infer<typeof workflowSchema>;
export type IssueType = z.infer<typeof issueTypeSchema>;
export type Project = z.infer<typeof projectSchema>;
export type ProjectRole = z.infer<typeof projectRoleSchema>;
export type ChangeItem = z.infer<typeof changeItemSchema>;
export type History = z.infer<typeof historySchema>;
export type Comment = z.infer<typeof commentSchema>;
export type IssueRecord = z.infer<typeof issueSchema>;
export type IssueLink = z.infer<typeof linkSchema>;
