/** Projects, their roles, and the issue types that their schemes give them. */
import { z } from 'zod';

export const issueTypeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** 1 for epics, -1 for sub-tasks. */
  hierarchyLevel: z.union([z.literal(1), z.literal(0), z.literal(-1)]).default(0),
  /** The team-managed project that alone has it, or null. */
  projectId: z.string().nullable().default(null),
});

export const issueTypeSchemeSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** The one that every new issue type joins. */
  isDefault: z.boolean(),
  defaultIssueTypeId: z.string().nullable(),
  issueTypeIds: z.array(z.string()),
});

export const projectTypeKeySchema = z.enum(['software', 'business', 'service_desk']);

export const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string().default(''),
  url: z.string().default(''),
  typeKey: projectTypeKeySchema.default('software'),
  /** `next-gen` is what people call team-managed. */
  style: z.enum(['classic', 'next-gen']).default('classic'),
  leadAccountId: z.string(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).default('UNASSIGNED'),
  lastIssueNumber: z.number(),
  issueTypeSchemeId: z.string(),
  issueTypeScreenSchemeId: z.string(),
  /** A site that was kept before there were workflow schemes has none, and says the workflow with the issue type. */
  workflowSchemeId: z.string().default(''),
  issueTypes: z.array(z.object({ issueTypeId: z.string(), workflowId: z.string().optional() })).default([]),
  permissions: z.record(z.string(), z.array(z.string())),
  /** A site that was kept before there were project roles has none. */
  roleActors: z
    .array(z.object({ roleId: z.string(), accountIds: z.array(z.string()), groupNames: z.array(z.string()) }))
    .default([]),
});

export const projectRoleSchema = z.object({ id: z.string(), name: z.string() });

export type IssueType = z.infer<typeof issueTypeSchema>;
export type IssueTypeScheme = z.infer<typeof issueTypeSchemeSchema>;
export type Project = z.infer<typeof projectSchema>;
export type ProjectRole = z.infer<typeof projectRoleSchema>;
