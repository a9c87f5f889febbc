/** Loads the workflows of a seed: the bodies of POST /rest/api/3/workflows/create, with two liberties that Jira does not take. */
import { z } from 'zod';
import type { JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import { statusCategorySchema } from '../state';
import type { Status, Workflow } from '../state';
import { createWorkflows } from '../workflow-admin/create-workflows';
import { statusNamed } from '../workflow-admin/upsert-statuses';
import { readCreateDocument } from '../workflow-admin/workflow-document';

const statusSchema = z.looseObject({
  name: z.string(),
  description: z.string().optional(),
  statusCategory: statusCategorySchema,
  statusReference: z.string(),
});
const workflowSchema = z.looseObject({
  name: z.string(),
  statuses: z.array(z.looseObject({ properties: z.record(z.string(), z.string()).default({}) })),
});
const seedSchema = z.looseObject({ statuses: z.array(statusSchema), workflows: z.array(workflowSchema) });
type SeedStatus = z.infer<typeof statusSchema>;

/**
 * Adds the statuses and workflows of the document to the site. A seed may refer to statuses that exist by their names
 * alone, and its rules may name statuses by their references, as nobody knows the ids before the seed is loaded.
 * Throws, in words, when anything is not supported; the caller puts the site back.
 */
export function loadWorkflows(site: JiraSite, document: unknown): readonly Workflow[] {
  const seed = seedSchema.safeParse(document);
  if (!seed.success) throw new Error(`Workflow not supported: ${z.prettifyError(seed.error)}`);
  const names = seed.data.workflows.map(({ name }) => `'${name}'`).join(', ');
  const statuses = seed.data.statuses.map((status) => {
    const existing = requireStatus(site, status);
    return { ...existing, ...status, id: existing.id };
  });
  const ids = new Map(statuses.map(({ statusReference, id }) => [statusReference, id]));
  const sent = statuses.map(({ category: _, ...status }) => status);
  try {
    return createWorkflows(site, readCreateDocument(withIds({ ...seed.data, statuses: sent }, ids)));
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    throw new Error(`Workflow ${names} not supported: ${error.message}`, { cause: error });
  }
}

/** The status of that name, which is added when the site has none. */
function requireStatus(site: JiraSite, { name, description = '', statusCategory }: SeedStatus): Status {
  const existing = statusNamed(site, name);
  if (existing !== undefined && existing.category !== statusCategory) {
    throw new Error(`The status '${name}' exists already in another category`);
  }
  if (existing !== undefined) return existing;
  const status = { id: site.store.nextId('status'), name, description, category: statusCategory };
  site.store.state.statuses.push(status);
  return status;
}

const REFERENCES = ['statusReference', 'toStatusReference', 'fromStatusReference'];

/** The same JSON value with ids instead of references, in the rules as well (`fromStatusId`, `previousStatusIds`, ...). */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => withIds(entry, ids));
  if (typeof value !== 'object' || value === null) return value;
  const idOf = (reference: string): string => ids.get(reference) ?? reference;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => {
      if (typeof entry !== 'string') return [key, withIds(entry, ids)];
      if (REFERENCES.includes(key)) return [key, idOf(entry)];
      return [key, /statusIds?$/i.test(key) ? entry.split(',').map(idOf).join(',') : entry];
    }),
  );
}
