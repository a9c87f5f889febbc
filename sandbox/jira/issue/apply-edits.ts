/** Changes values of an issue and says what changed, in the words of the changelog. */
import { isDeepStrictEqual } from 'node:util';
import { findField } from '../fields/field-catalogue';
import type { JiraSite } from '../jira-site';
import type { ChangeItem, History, IssueRecord, Json } from '../state';

/** The edits that differ from what the issue holds. */
export function realChanges(issue: IssueRecord, values: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  return new Map([...values].filter(([id, value]) => !isDeepStrictEqual(issue.values[id] ?? null, value)));
}

/** Sets the values that differ and returns one item for each. Sets no other field, `updated` included. */
export function applyValues(
  site: JiraSite,
  issue: IssueRecord,
  values: ReadonlyMap<string, Json>,
): readonly ChangeItem[] {
  const project = site.store.projectOf(issue);
  return [...realChanges(issue, values)].map(([id, value]) => {
    const field = findField(site.store, id);
    if (field === undefined) throw new Error(`No field ${id}`);
    const context = { site, field, project };
    const before = field.kind.log(issue.values[id] ?? null, context);
    const after = field.kind.log(value, context);
    issue.values[id] = value;
    return {
      field: field.custom ? field.name : field.id,
      fieldtype: field.custom ? 'custom' : 'jira',
      fieldId: field.id,
      from: before.id,
      fromString: before.text,
      to: after.id,
      toString: after.text,
    };
  });
}

/** Records what one request changed as one history; nothing when it changed nothing. */
export function recordHistory(
  site: JiraSite,
  issue: IssueRecord,
  author: string,
  items: readonly ChangeItem[],
): History | undefined {
  if (items.length === 0) return undefined;
  const created = site.clock.now();
  const history: History = { id: site.store.nextId('history'), author, created, items: [...items] };
  issue.history.push(history);
  issue.values.updated = created;
  return history;
}
