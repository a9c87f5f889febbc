import { z } from 'zod';
import type { Site } from '../sandbox';
import { PEOPLE } from './people';
import { visit } from './visitor';

const pageList = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      version: z.object({ number: z.number() }),
      body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }),
    }),
  ),
});

const node = z.object({ type: z.string(), text: z.string().optional(), content: z.array(z.unknown()).optional() });

export interface ReadPage {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly document: unknown;
}

/** The pages of the change log, as an auditor reads them in Confluence. */
export async function logPages(site: Site): Promise<readonly ReadPage[]> {
  const answer = await visit(site, PEOPLE.ada).get('/wiki/api/v2/pages?limit=50&body-format=atlas_doc_format');
  return pageList
    .parse(answer)
    .results.flatMap(({ id, title, version, body }) =>
      title.startsWith('Change log ')
        ? [{ id, title, version: version.number, document: JSON.parse(body.atlas_doc_format.value) as unknown }]
        : [],
    );
}

/** The page of March 2026, the month in which the clock of the story and of the tests stands. */
export async function marchPage(site: Site): Promise<ReadPage> {
  const page = (await logPages(site)).find(({ title }) => title === 'Change log March 2026');
  if (page === undefined) throw new Error('There is no page for March 2026.');
  return page;
}

/** All text of an ADF node, in order. */
export function textOf(value: unknown): string {
  const parsed = node.safeParse(value);
  if (!parsed.success) return '';
  return parsed.data.text ?? (parsed.data.content ?? []).map(textOf).join(parsed.data.type === 'doc' ? '\n' : '');
}

/** The rows of all tables of an ADF document, as the texts of their cells. */
export function tableRows(value: unknown): readonly (readonly string[])[] {
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const { type, content = [] } = parsed.data;
  return type === 'tableRow' ? [content.map(textOf)] : content.flatMap(tableRows);
}
