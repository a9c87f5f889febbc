import { z } from 'zod';
import {
  commentSchema,
  historySchema,
  issueRowSchema,
  issueSchema,
  issueTypeSchema,
  projectSchema,
  screenSchema,
  transitionSchema,
  type IssueRow,
  type JiraComment,
  type JiraHistory,
  type JiraIssue,
  type JiraIssueType,
  type JiraProject,
  type JiraTransition,
  type ScreenField,
} from './jira-shapes';
import type { SiteClient } from './site-client';
import { anything } from './site-client';

const API = '/rest/api/3';
const segment = encodeURIComponent;

export async function fetchProjects(site: SiteClient): Promise<readonly JiraProject[]> {
  return (await site.get(`${API}/project/search?maxResults=50`, z.object({ values: z.array(projectSchema) }))).values;
}

export async function fetchProject(site: SiteClient, key: string): Promise<JiraProject> {
  return site.get(`${API}/project/${segment(key)}`, projectSchema);
}

const found = z.object({ issues: z.array(issueRowSchema), nextPageToken: z.string().nullish() });

/** All work items of a project that the person may see, newest first, at most 500. */
export async function fetchIssues(site: SiteClient, projectKey: string): Promise<readonly IssueRow[]> {
  const rows: IssueRow[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await site.send(
      'POST',
      `${API}/search/jql`,
      {
        jql: `project = "${projectKey.replace(/["\\]/g, '')}" ORDER BY created DESC`,
        fields: ['summary', 'status', 'issuetype', 'reporter', 'updated'],
        maxResults: 100,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      },
      found,
    );
    rows.push(...page.issues);
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined && rows.length < 500);
  return rows;
}

export async function fetchIssue(site: SiteClient, key: string): Promise<JiraIssue> {
  const [issue, texts] = await Promise.all([
    site.get(`${API}/issue/${segment(key)}?expand=names,schema`, issueSchema),
    // Jira shows the fields of an app as their formatters render them.
    site.get(`/sandbox/fields/${segment(key)}`, z.record(z.string(), z.string())),
  ]);
  return { ...issue, fields: { ...issue.fields, ...texts } };
}

/** The fields of the edit screen in its order. */
export async function fetchEditScreen(site: SiteClient, key: string): Promise<readonly ScreenField[]> {
  return (await site.get(`${API}/issue/${segment(key)}/editmeta`, z.object({ fields: screenSchema }))).fields;
}

/** The transitions that this person may see now, with the fields of their screens. */
export async function fetchTransitions(site: SiteClient, key: string): Promise<readonly JiraTransition[]> {
  const path = `${API}/issue/${segment(key)}/transitions?expand=transitions.fields`;
  return (await site.get(path, z.object({ transitions: z.array(transitionSchema) }))).transitions;
}

export async function performTransition(
  site: SiteClient,
  key: string,
  transitionId: string,
  fields: Readonly<Record<string, unknown>>,
  comment?: unknown,
): Promise<void> {
  const body = {
    transition: { id: transitionId },
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(comment === undefined ? {} : { update: { comment: [{ add: { body: comment } }] } }),
  };
  await site.send('POST', `${API}/issue/${segment(key)}/transitions`, body, anything);
}

export async function editIssue(
  site: SiteClient,
  key: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  await site.send('PUT', `${API}/issue/${segment(key)}`, { fields }, anything);
}

const listOfTypes = z
  .union([
    z.object({ issueTypes: z.array(issueTypeSchema) }).transform(({ issueTypes }) => issueTypes),
    z.object({ values: z.array(issueTypeSchema) }).transform(({ values }) => values),
  ])
  .transform((types): readonly JiraIssueType[] => types);

/** The types of work items that can be created in a project. */
export async function fetchCreatableTypes(site: SiteClient, projectKey: string): Promise<readonly JiraIssueType[]> {
  return site.get(`${API}/issue/createmeta/${segment(projectKey)}/issuetypes`, listOfTypes);
}

const createScreen = z.union([
  z.object({ fields: screenSchema }).transform(({ fields }) => fields),
  z.object({ values: screenSchema }).transform(({ values }) => values),
]);

export async function fetchCreateScreen(
  site: SiteClient,
  projectKey: string,
  typeId: string,
): Promise<readonly ScreenField[]> {
  const path = `${API}/issue/createmeta/${segment(projectKey)}/issuetypes/${segment(typeId)}?maxResults=200`;
  return site.get(path, createScreen);
}

/** The key of the new work item. */
export async function createIssue(
  site: SiteClient,
  projectKey: string,
  typeId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const body = { fields: { ...fields, project: { key: projectKey }, issuetype: { id: typeId } } };
  return (await site.send('POST', `${API}/issue`, body, z.object({ key: z.string() }))).key;
}

export async function fetchComments(site: SiteClient, key: string): Promise<readonly JiraComment[]> {
  const path = `${API}/issue/${segment(key)}/comment?maxResults=100`;
  return (await site.get(path, z.object({ comments: z.array(commentSchema) }))).comments;
}

export async function addComment(site: SiteClient, key: string, body: unknown): Promise<void> {
  await site.send('POST', `${API}/issue/${segment(key)}/comment`, { body }, anything);
}

/** What happened to the work item, newest first. */
export async function fetchHistory(site: SiteClient, key: string): Promise<readonly JiraHistory[]> {
  const path = `${API}/issue/${segment(key)}/changelog?maxResults=100`;
  return [...(await site.get(path, z.object({ values: z.array(historySchema) }))).values].reverse();
}

export async function isJiraAdministrator(site: SiteClient): Promise<boolean> {
  const permission = z.object({ permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }) });
  const answer = await site.get(`${API}/mypermissions?permissions=ADMINISTER`, permission);
  return answer.permissions.ADMINISTER.havePermission;
}
