/** What the resources of Jira's administration share: strict bodies, lists of ids, order, and rules for names. */
import type { MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import { requireAdministrator } from './access';
import type { JiraSite } from './jira-site';
import { badRequest } from './refusal';
import { readJson } from './request';
import type { JiraContext, JiraEnv } from './request';

/** Keeps everybody without Administer Jira out, with the 403 of the resource. */
export function administratorsOnly(site: JiraSite, refusal: string): MiddlewareHandler<JiraEnv> {
  return async (context, next) => {
    requireAdministrator(site, context.get('account'), refusal);
    await next();
  };
}

/** The body, or Jira's 400 for one that has another form than the documented one. */
export async function readBody<Body>(context: JiraContext, schema: z.ZodType<Body>): Promise<Body> {
  const body = schema.safeParse(await readJson(context));
  if (!body.success) {
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  }
  return body.data;
}

/** The ids given as `name=1&name=2`; undefined when there is none. Refuses what is not a number. */
export function idsParameter(context: JiraContext, name: string): readonly string[] | undefined {
  const ids = (context.req.queries(name) ?? []).filter((id) => id !== '');
  const wrong = ids.find((id) => !/^\d+$/.test(id));
  if (wrong !== undefined) throw badRequest(`The value '${wrong}' is not a valid id for the parameter '${name}'.`);
  return ids.length === 0 ? undefined : ids;
}

/** An id in a path; a number, as everywhere in the administration. */
export function idInPath(context: JiraContext, name: string): string {
  const id = context.req.param(name) ?? '';
  if (!/^\d+$/.test(id)) throw badRequest(`The value '${id}' is not a valid id.`);
  return id;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Those that `id` and `queryString` ask for, in the order of `orderBy` (`id` or `name`, by id when absent). */
export function chosen<Entry extends Named>(context: JiraContext, all: readonly Entry[]): readonly Entry[] {
  const ids = idsParameter(context, 'id');
  const text = (context.req.query('queryString') ?? '').toLowerCase();
  const order = context.req.query('orderBy') ?? 'id';
  const [, sign = '', key] = /^([+-]?)(id|name)$/.exec(order.replace(' ', '+')) ?? [];
  if (key === undefined) throw badRequest(`The value '${order}' is not valid for the parameter 'orderBy'.`);
  return all
    .filter((entry) => ids === undefined || ids.includes(entry.id))
    .filter((entry) => entry.name.toLowerCase().includes(text))
    .toSorted((one, two) => {
      const difference = key === 'id' ? Number(one.id) - Number(two.id) : one.name.localeCompare(two.name, 'en');
      return sign === '-' ? -difference : difference;
    });
}

/** Refuses a name that is empty or longer than `longest` characters. Answers it without the spaces around it. */
export function checkedName(name: string, longest: number): string {
  const trimmed = name.trim();
  if (trimmed === '') throw badRequest('The name must be provided.');
  if (trimmed.length > longest) throw badRequest(`The name must not exceed ${longest} characters.`);
  return trimmed;
}

/** Refuses a description longer than `longest` characters. */
export function checkedDescription(description: string, longest: number): string {
  if (description.length > longest) throw badRequest(`The description must not exceed ${longest} characters.`);
  return description;
}

/** True when another entry has the name, without regard to case. */
export function isTaken(all: readonly Named[], name: string, except?: Named): boolean {
  return all.some((entry) => entry !== except && entry.name.toLowerCase() === name.toLowerCase());
}

/** Refuses a list with an id twice, and an empty one. */
export function requireDistinct(ids: readonly string[], field: string): void {
  if (ids.length === 0) throw badRequest(`The ${field} must not be empty.`);
  if (new Set(ids).size !== ids.length) throw badRequest(`The ${field} must not contain duplicates.`);
}

/** The list with `moved` in their new place: behind `after`, else first or last. All are in the list already. */
export function reordered(
  all: readonly string[],
  moved: readonly string[],
  to: { readonly after?: string | undefined; readonly position?: 'First' | 'Last' | undefined },
): string[] {
  const rest = all.filter((id) => !moved.includes(id));
  const index = to.after !== undefined ? rest.indexOf(to.after) + 1 : to.position === 'Last' ? rest.length : 0;
  return [...rest.slice(0, index), ...moved, ...rest.slice(index)];
}
