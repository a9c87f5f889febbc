import { z } from 'zod';
import { anyId, namedThing, pageOf } from './page-of';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/ */
export const issueTypeList = z.array(
  z.object({
    id: z.string().min(1),
    name: z.string(),
    hierarchyLevel: z.number().int().default(0),
    subtask: z.boolean().default(false),
    /** Only issue types of team-managed projects have one. */
    scope: z.object({ type: z.string() }).nullish(),
  }),
);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
export const fieldPage = pageOf(namedThing.extend({ schema: z.object({ custom: z.string().optional() }).nullish() }));

export type ListedField = z.infer<typeof fieldPage>['values'][number];

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-contexts/ */
export const contextPage = pageOf(z.object({ id: anyId, isGlobalContext: z.boolean().default(false) }));
export const contextProjectPage = pageOf(
  z.object({ contextId: anyId, projectId: anyId.optional(), isGlobalContext: z.boolean().default(false) }),
);
export const optionPage = pageOf(z.object({ id: anyId, value: z.string() }));

const statusCategory = z.enum(['TODO', 'IN_PROGRESS', 'DONE']);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-status/ */
export const globalStatus = namedThing.extend({
  statusCategory,
  scope: z.object({ type: z.string() }).nullish(),
});
export const statusPage = pageOf(globalStatus);
export const statusList = z.array(globalStatus);

export const thingPage = pageOf(namedThing);
export const oneId = z.object({ id: anyId });
export const issueTypeSchemeId = z.object({ issueTypeSchemeId: anyId });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tabs/ */
export const tabList = z.array(z.object({ id: anyId }));
export const tabFieldList = z.array(z.object({ id: z.string().min(1) }));

/** For answers without a body that matters. */
export const anyAnswer = z.unknown();
