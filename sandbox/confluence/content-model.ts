import { z } from 'zod';

/**
 * What a Confluence site of the sandbox remembers. The schema is also the parser of a saved state, so that a data
 * directory written by something else is refused instead of half understood.
 */
const principals = z.object({ users: z.array(z.string()), groups: z.array(z.string()) });

const versionStamp = {
  number: z.number().int().positive(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  authorId: z.string(),
  message: z.string(),
};

const pageBody = z.object({ representation: z.enum(['storage', 'atlas_doc_format']), value: z.string() });

const pageVersion = z.object({ ...versionStamp, title: z.string(), body: pageBody });

const contentProperty = z.object({
  id: z.string(),
  key: z.string(),
  value: z.unknown(),
  version: z.object(versionStamp),
});

const label = z.object({ id: z.string(), prefix: z.string(), name: z.string() });

const page = z.object({
  id: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullable(),
  position: z.number().int(),
  status: z.enum(['current', 'trashed']),
  authorId: z.string(),
  ownerId: z.string(),
  lastOwnerId: z.string().nullable(),
  createdAt: z.number(),
  /** Oldest first; the last one is the page as it stands. */
  versions: z.array(pageVersion).min(1),
  properties: z.array(contentProperty),
  labels: z.array(label),
  /** Absent: not restricted beyond the space. */
  restrictions: z.object({ read: principals.optional(), update: principals.optional() }),
});

const space = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  authorId: z.string(),
  createdAt: z.number(),
  homepageId: z.string(),
  viewers: z.array(z.string()).nullable(),
  editors: z.array(z.string()).nullable(),
});

export const contentStateSchema = z.object({
  lastId: z.number().int(),
  administrators: z.array(z.string()),
  spaces: z.array(space),
  pages: z.array(page),
});

export type ContentState = z.infer<typeof contentStateSchema>;
export type StoredSpace = z.infer<typeof space>;
export type StoredPage = z.infer<typeof page>;
export type StoredVersion = z.infer<typeof pageVersion>;
export type StoredProperty = z.infer<typeof contentProperty>;
export type StoredLabel = z.infer<typeof label>;
export type PageBody = z.infer<typeof pageBody>;
export type Principals = z.infer<typeof principals>;

/** The page as it stands now. */
export function currentVersion(page: StoredPage): StoredVersion {
  const last = page.versions[page.versions.length - 1];
  if (last === undefined) throw new Error(`Page ${page.id} has no version`);
  return last;
}
