import { z } from 'zod';
import { anyId, namedThing, pageOf } from './page-of';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/ */
export const adminProject = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  name: z.string(),
  /** `classic` for company-managed projects, `next-gen` for team-managed ones. */
  style: z.string(),
  projectTypeKey: z.string(),
});
export const adminProjectPage = pageOf(adminProject);
export const createdProject = z.object({ id: anyId, key: z.string().min(1) });

export const statusesByType = z.array(
  z.object({ id: z.string().min(1), statuses: z.array(z.object({ id: z.string().min(1) })) }),
);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/ */
export const issueTypeSchemeOfProject = pageOf(
  z.object({ issueTypeScheme: namedThing.extend({ defaultIssueTypeId: anyId.nullish() }) }),
);
export const issueTypeSchemeItems = pageOf(z.object({ issueTypeId: anyId }));

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/ */
export const screensOfProject = pageOf(z.object({ issueTypeScreenScheme: namedThing }));
export const screenMappings = pageOf(z.object({ issueTypeId: anyId, screenSchemeId: anyId }));

/** A scheme with the projects that have it. */
export const schemeWithProjects = pageOf(
  z.object({
    id: anyId,
    projects: z.object({ total: z.number().optional(), values: z.array(z.unknown()).default([]) }).nullish(),
  }),
);

const assignedWorkflowScheme = namedThing.extend({
  defaultWorkflow: z.string(),
  issueTypeMappings: z.record(z.string(), z.string()).default({}),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/ */
export const workflowSchemeOfProject = z.object({
  values: z.array(z.object({ workflowScheme: assignedWorkflowScheme })),
});
export const workflowSchemeUsages = z.object({ projects: z.object({ values: z.array(z.object({ id: anyId })) }) });

export const issueCount = z.object({ count: z.number().int().nonnegative() });
