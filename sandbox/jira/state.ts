/** What a Jira site remembers, as JSON. Field values are kept in one form per field kind (see `fields/`); empty is null. */
import { z } from 'zod';
import { customFieldSchema } from './fields/field-state';
import { jsonSchema } from './json';
import { issueTypeSchema, issueTypeSchemeSchema, projectRoleSchema, projectSchema } from './projects/project-state';
import { issueTypeScreenSchemeSchema, screenSchema, screenSchemeSchema } from './screens/screen-state';
import { taskSchema } from './task-state';
import { statusSchema, workflowSchema, workflowSchemeSchema } from './workflow-state';

export type { CustomField } from './fields/field-state';
export { jsonSchema } from './json';
export type { Json } from './json';
export type { IssueType, IssueTypeScheme, Project, ProjectRole } from './projects/project-state';
export type { IssueTypeScreenScheme, Screen, ScreenScheme } from './screens/screen-state';
export type { Task } from './task-state';
export { statusCategorySchema } from './workflow-state';
export type {
  ConditionGroup,
  Status,
  StatusCategory,
  Transition,
  Workflow,
  WorkflowRule,
  WorkflowScheme,
} from './workflow-state';

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
  /** The keys that it had before it was moved; it is still found by them. */
  formerKeys: z.array(z.string()).optional(),
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
  screenSchemes: z.array(screenSchemeSchema),
  issueTypeScreenSchemes: z.array(issueTypeScreenSchemeSchema),
  statuses: z.array(statusSchema),
  workflows: z.array(workflowSchema),
  workflowSchemes: z.array(workflowSchemeSchema).default([]),
  tasks: z.array(taskSchema).default([]),
  issueTypes: z.array(issueTypeSchema),
  issueTypeSchemes: z.array(issueTypeSchemeSchema),
  projects: z.array(projectSchema),
  roles: z.array(projectRoleSchema).default([]),
  issues: z.array(issueSchema),
  links: z.array(linkSchema),
});

export type JiraState = z.infer<typeof jiraStateSchema>;
export type ChangeItem = z.infer<typeof changeItemSchema>;
export type History = z.infer<typeof historySchema>;
export type Comment = z.infer<typeof commentSchema>;
export type IssueRecord = z.infer<typeof issueSchema>;
export type IssueLink = z.infer<typeof linkSchema>;
