import { z } from 'zod';
import { appFields } from './forge/app-fields';
import type { Actor } from './platform';
import type { Site } from './site';
import { SiteRefusal } from './site-refusal';

const issueSchema = z.object({
  fields: z.record(z.string(), z.unknown()),
  schema: z.record(z.string(), z.object({ custom: z.string().optional() })),
});
const evaluated = z.object({ value: z.string() });

/**
 * The values of the app's fields of an issue as its formatters render them, by field id: what Jira shows in lists and on
 * the issue. Evaluated as the person who looks; a field whose formatter fails is left out.
 * @throws SiteRefusal 404 where the person may not see the issue
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#formatter
 */
export async function formattedFields(site: Site, issueKey: string, actor: Actor): Promise<Record<string, string>> {
  const formatters = new Map(
    appFields(site.forge.manifest, site.forge.identity).map(({ type, formatter }) => [type, formatter]),
  );
  const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=*all&expand=schema`;
  const answer = await site.products.jira(path, actor);
  if (!answer.ok) throw new SiteRefusal(404, `Issue ${issueKey} does not exist, or this person may not see it.`);
  const { fields, schema } = issueSchema.parse(await answer.json());
  const texts = await Promise.all(
    Object.entries(fields).map(async ([id, value]) => {
      const expression = formatters.get(schema[id]?.custom ?? '') ?? undefined;
      if (expression === undefined || value === null) return [];
      const custom = { value: { type: 'json', value }, fieldId: { type: 'json', value: id } };
      const body = { expression, context: { issue: { key: issueKey }, custom } };
      const result = await site.products.jira('/rest/api/3/expression/evaluate', actor, body);
      const text = evaluated.safeParse(await result.json());
      return text.success ? [[id, text.data.value] as const] : [];
    }),
  );
  return Object.fromEntries(texts.flat());
}
