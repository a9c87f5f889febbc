/** ORDER BY. Without it, the newest issue comes first. */
import type { OrderByField } from '@atlaskit/jql-ast';
import { PRIORITIES } from '../catalogue';
import { asText } from '../fields/field-kind';
import { badRequest } from '../refusal';
import type { IssueRecord } from '../state';
import type { JqlContext } from './jql-context';
import { fieldProperty, propertyKey } from './field-properties';
import { namedField } from './named-field';

type SortKey = string | number | null;
type Comparison = (one: IssueRecord, two: IssueRecord) => number;

export function issueOrder(fields: readonly OrderByField[], context: JqlContext): Comparison {
  const comparisons = fields.map((entry) => {
    const key = sortKey(entry.field.value, context);
    const sign = entry.direction?.value === 'DESC' ? -1 : 1;
    return (one: IssueRecord, two: IssueRecord) => compareKeys(key(one), key(two), sign);
  });
  const newestFirst: Comparison = (one, two) => Number(two.id) - Number(one.id);
  return (one, two) =>
    comparisons.map((compare) => compare(one, two)).find((result) => result !== 0) ?? newestFirst(one, two);
}

/** Empty values come last in either direction. */
function compareKeys(one: SortKey, two: SortKey, sign: number): number {
  if (one === null || two === null) return (one === null ? 1 : 0) - (two === null ? 1 : 0);
  if (typeof one === 'number' && typeof two === 'number') return (one - two) * sign;
  return String(one).localeCompare(String(two), 'en') * sign;
}

function sortKey(name: string, context: JqlContext): (issue: IssueRecord) => SortKey {
  const { store } = context.site;
  const lower = name.toLowerCase();
  if (['key', 'issuekey', 'id', 'issue'].includes(lower)) return issueNumber;
  const field = namedField(store, name);
  const property = field === undefined ? fieldProperty(name, context) : undefined;
  if (property !== undefined) return propertyKey(property);
  if (field === undefined) throw badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
  if (field.kind.name === 'comments') throw badRequest(`Not able to sort using field '${name}'.`);
  return (issue) => {
    const value = issue.values[field.id] ?? null;
    if (value === null) return null;
    if (typeof value === 'number') return value;
    if (field.id === 'priority') return -PRIORITIES.findIndex((priority) => priority.id === value);
    if (field.id === 'status') return store.state.statuses.findIndex((status) => status.id === value);
    if (field.id === 'project') return store.projectOf(issue).key;
    if (field.id === 'issuetype') return store.state.issueTypes.find((type) => type.id === value)?.name ?? null;
    if (field.kind.name === 'day') return asText(value);
    return field.kind.log(value, { site: context.site, field, project: undefined }).text;
  };
}

/** Keys sort by project, then by number; the padding makes one string of both. */
function issueNumber(issue: IssueRecord): string {
  const [project = '', number = ''] = issue.key.split('-');
  return `${project}-${number.padStart(12, '0')}`;
}
