/** What GET /rest/api/3/workflows/search finds. */
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import type { Workflow } from '../state';
import { projectsFollowing } from './usages';

/** `parameter` answers the query parameters `queryString`, `scope`, `isActive` and `orderBy`. */
export function searchWorkflows(site: JiraSite, parameter: (name: string) => string | undefined): readonly Workflow[] {
  const text = (parameter('queryString') ?? '').toLowerCase();
  const scope = parameter('scope')?.toUpperCase() ?? 'GLOBAL';
  if (!['GLOBAL', 'PROJECT'].includes(scope)) throw badRequest('scope must be GLOBAL or PROJECT.');
  const active = parameter('isActive');
  if (active !== undefined && !['true', 'false'].includes(active)) throw badRequest('isActive must be true or false.');
  return site.store.state.workflows
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter(() => scope === 'GLOBAL')
    .filter((workflow) => active === undefined || projectsFollowing(site, workflow).length > 0 === (active === 'true'))
    .toSorted(order(parameter('orderBy') ?? 'name'));
}

function order(by: string): (one: Workflow, two: Workflow) => number {
  const descending = by.startsWith('-');
  const key = by.replace(/^[+\- ]/, '');
  const compare = ORDERS[key];
  if (compare === undefined) throw badRequest(`Cannot order workflows by '${by}'.`);
  return descending ? (one, two) => compare(two, one) : compare;
}

const ORDERS: Readonly<Record<string, (one: Workflow, two: Workflow) => number>> = {
  name: (one, two) => one.name.localeCompare(two.name, 'en'),
  created: (one, two) => (one.created ?? 0) - (two.created ?? 0),
  updated: (one, two) => (one.updated ?? 0) - (two.updated ?? 0),
};
