import { z } from 'zod';
import type { Actor } from '../platform';
import { SiteRefusal } from '../site-refusal';
import type { AppModule } from './manifest';
import { ruleExtension, type OpenRule } from './rule-extension';

/** What is open in the product. Ids only: the host looks everything else up as the person who asks. */
export interface OpenEntity {
  readonly issueKey?: string;
  readonly contentId?: string;
  readonly workflowRule?: OpenRule;
}

export interface ProductReader {
  /** GET, or POST of a JSON body. */
  jira(path: string, actor: Actor, body?: unknown): Promise<Response>;
  confluence(path: string, actor: Actor): Promise<Response>;
}

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    issuetype: z.object({ id: z.string(), name: z.string() }),
    project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().optional() }),
  }),
});
const pageSchema = z.object({ id: z.string(), spaceId: z.string() });
const spaceSchema = z.object({ id: z.string(), key: z.string() });

async function read<T>(schema: z.ZodType<T>, answer: Response, name: string): Promise<T> {
  if (!answer.ok) {
    throw new SiteRefusal(404, `${name} does not exist, or this person may not see it.`);
  }
  return schema.parse(await answer.json());
}

async function issueExtension(reader: ProductReader, issueKey: string, actor: Actor): Promise<object> {
  const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`;
  const { id, key, fields } = await read(issueSchema, await reader.jira(path, actor), `Issue ${issueKey}`);
  const { issuetype, project } = fields;
  return {
    issue: { id, key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
  };
}

async function pageExtension(reader: ProductReader, contentId: string, actor: Actor): Promise<object> {
  const id = encodeURIComponent(contentId);
  const page = await read(pageSchema, await reader.confluence(`/wiki/api/v2/pages/${id}`, actor), `Page ${contentId}`);
  const spacePath = `/wiki/api/v2/spaces/${encodeURIComponent(page.spaceId)}`;
  const space = await read(spaceSchema, await reader.confluence(spacePath, actor), `Space ${page.spaceId}`);
  return {
    content: { id: page.id, type: 'page', subtype: null },
    space: { id: space.id, key: space.key },
    isEditing: false,
    references: [],
    config: {},
  };
}

/**
 * `extension` of the context of a Custom UI module, built by the host so that a browser cannot forge it.
 * @throws SiteRefusal 400 when the module needs an issue, page or workflow rule and none is named; 404 when the person may not see it
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/#extension-context
 */
export async function buildExtension(
  module: AppModule,
  open: OpenEntity,
  actor: Actor,
  reader: ProductReader,
): Promise<object> {
  if (module.type === 'jira:issuePanel') {
    if (open.issueKey === undefined) {
      throw new SiteRefusal(400, `Module ${module.key} is shown on an issue: name its key as context.issueKey.`);
    }
    return { type: module.type, ...(await issueExtension(reader, open.issueKey, actor)), isNewToIssue: false };
  }
  if (module.type === 'macro') {
    if (open.contentId === undefined) {
      throw new SiteRefusal(400, `Module ${module.key} is shown on a page: name its id as context.contentId.`);
    }
    return { type: module.type, ...(await pageExtension(reader, open.contentId, actor)) };
  }
  if (module.type === 'jira:workflowValidator' || module.type === 'jira:workflowCondition') {
    if (open.workflowRule === undefined) {
      throw new SiteRefusal(400, `Module ${module.key} is shown on a workflow rule: name it as context.workflowRule.`);
    }
    return { type: module.type, ...(await ruleExtension(reader, module, open.workflowRule, actor)) };
  }
  return { type: module.type };
}
