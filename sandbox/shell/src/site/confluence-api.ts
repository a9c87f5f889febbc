import { z } from 'zod';
import type { SiteClient } from './site-client';
import { anything, SiteError } from './site-client';

const API = '/wiki/api/v2';

const spaceSchema = z.object({ id: z.string(), key: z.string(), name: z.string(), homepageId: z.string().nullish() });
export type Space = z.infer<typeof spaceSchema>;

const versionSchema = z.object({
  number: z.number(),
  createdAt: z.string(),
  authorId: z.string(),
  message: z.string().nullish(),
});
export type PageVersion = z.infer<typeof versionSchema>;

const rowSchema = z.object({
  id: z.string(),
  title: z.string(),
  parentId: z.string().nullish(),
  position: z.number().nullish(),
  version: versionSchema,
});
export type PageRow = z.infer<typeof rowSchema>;

const bodySchema = z.object({ value: z.string() }).optional();
const pageSchema = rowSchema.extend({
  spaceId: z.string(),
  body: z.object({ atlas_doc_format: bodySchema, storage: bodySchema }),
  labels: z.object({ results: z.array(z.object({ name: z.string() })) }).optional(),
});

export interface Page extends PageRow {
  readonly spaceId: string;
  readonly labels: readonly string[];
  /** A document, or the source of a page that was written in storage format. */
  readonly body: { readonly adf: unknown } | { readonly storage: string };
}

const operationsSchema = z.object({
  operations: z.array(z.object({ operation: z.string(), targetType: z.string() })),
});

/** Whether the person may do something with the pages of a space, or with one page. */
export async function mayOnPages(
  site: SiteClient,
  of: `spaces/${string}` | `pages/${string}`,
  operation: string,
): Promise<boolean> {
  const { operations } = await site.get(`${API}/${of}/operations`, operationsSchema);
  return operations.some((each) => each.operation === operation && each.targetType === 'page');
}

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), _links: z.object({ next: z.string().optional() }).optional() });

export async function fetchSpaces(site: SiteClient): Promise<readonly Space[]> {
  return (await site.get(`${API}/spaces?limit=250`, listOf(spaceSchema))).results;
}

export async function fetchSpace(site: SiteClient, key: string): Promise<Space> {
  const [space] = (await site.get(`${API}/spaces?keys=${encodeURIComponent(key)}`, listOf(spaceSchema))).results;
  if (space === undefined) throw new SiteError(404, ['This space does not exist, or you do not have permission.']);
  return space;
}

/** Every page of a space, or those in its trash. */
export async function fetchPages(
  site: SiteClient,
  spaceId: string,
  status: 'current' | 'trashed',
): Promise<readonly PageRow[]> {
  const pages: PageRow[] = [];
  let next: string | undefined = `${API}/pages?space-id=${spaceId}&status=${status}&limit=250`;
  while (next !== undefined) {
    const part: z.infer<ReturnType<typeof listOf<typeof rowSchema>>> = await site.get(next, listOf(rowSchema));
    pages.push(...part.results);
    next = part._links?.next;
  }
  return pages;
}

export async function fetchPage(site: SiteClient, id: string): Promise<Page> {
  const path = (format: string) => `${API}/pages/${encodeURIComponent(id)}?body-format=${format}&include-labels=true`;
  const read = async (format: string) => site.get(path(format), pageSchema);
  const page = await read('atlas_doc_format').catch((error: unknown) => {
    if (error instanceof SiteError && error.status === 501) return read('storage');
    throw error;
  });
  const { atlas_doc_format: adf, storage } = page.body;
  return {
    ...page,
    labels: page.labels?.results.map(({ name }) => name) ?? [],
    body: adf === undefined ? { storage: storage?.value ?? '' } : { adf: parse(adf.value) },
  };
}

export async function fetchVersions(site: SiteClient, id: string): Promise<readonly PageVersion[]> {
  return (await site.get(`${API}/pages/${encodeURIComponent(id)}/versions?limit=250`, listOf(versionSchema))).results;
}

export async function createPage(site: SiteClient, spaceId: string, title: string, adf: unknown): Promise<string> {
  const body = { representation: 'atlas_doc_format', value: JSON.stringify(adf) };
  const made = await site.send('POST', `${API}/pages`, { spaceId, status: 'current', title, body }, rowSchema);
  return made.id;
}

/** Writes the next version of a page; what is not given stays as it is. */
export async function updatePage(
  site: SiteClient,
  page: Page,
  change: { readonly title?: string; readonly adf?: unknown; readonly message?: string },
): Promise<void> {
  const body =
    'storage' in page.body && change.adf === undefined
      ? { representation: 'storage', value: page.body.storage }
      : {
          representation: 'atlas_doc_format',
          value: JSON.stringify(change.adf ?? ('adf' in page.body ? page.body.adf : undefined)),
        };
  await site.send(
    'PUT',
    `${API}/pages/${page.id}`,
    {
      id: page.id,
      status: 'current',
      title: change.title ?? page.title,
      body,
      version: { number: page.version.number + 1, message: change.message ?? '' },
    },
    anything,
  );
}

export async function trashPage(site: SiteClient, id: string): Promise<void> {
  await site.send('DELETE', `${API}/pages/${encodeURIComponent(id)}`, undefined, anything);
}

/** Out of the trash again, with the content that it had. */
export async function restorePage(site: SiteClient, row: PageRow): Promise<void> {
  await site.send(
    'PUT',
    `${API}/pages/${row.id}`,
    {
      id: row.id,
      status: 'current',
      title: row.title,
      body: { representation: 'storage', value: '' },
      version: { number: row.version.number + 1 },
    },
    anything,
  );
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
