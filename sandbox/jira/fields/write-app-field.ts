/** An app writes values of its own fields, whatever the screens and the permissions of the issues say. */
import type { Account, JiraSite } from '../jira-site';
import { applyValues, recordHistory } from '../issue/apply-edits';
import { publishRewritten, publishUpdated } from '../issue/issue-events';
import { badFields, badRequest, forbidden, notFound } from '../refusal';
import type { IssueRecord, Json } from '../state';
import { applicableField } from './applicable-field';
import { allFields } from './field-catalogue';
import { asText } from './field-kind';
import type { Field } from './field-kind';

export interface FieldUpdate {
  readonly field: Field;
  readonly issueIds: readonly number[];
  /** Null empties the field. */
  readonly value?: unknown;
}

export interface WriteOptions {
  readonly generateChangelog: boolean;
  /** Whether apps are told that the issues were updated. */
  readonly generateAppEvents: boolean;
}

/** The field by its id or key. 404 where there is none, 403 where the installed app does not provide it. */
export function requireAppField(site: JiraSite, idOrKey: string): Field {
  const field = allFields(site.store).find(({ id, app }) => id === idOrKey || app?.key === idOrKey);
  if (field === undefined) throw notFound(`The field ${idOrKey} was not found.`);
  if (field.app === undefined) throw forbidden('The request is not authenticated as the app that provided the field.');
  return field;
}

interface PlannedWrite {
  readonly issue: IssueRecord;
  readonly values: ReadonlyMap<string, Json>;
}

/** All of them, or one 400 and none. */
export function applyFieldUpdates(
  site: JiraSite,
  account: Account,
  updates: readonly FieldUpdate[],
  { generateChangelog, generateAppEvents }: WriteOptions,
): void {
  for (const { issue, values } of plannedWrites(site, updates)) {
    const items = applyValues(site, issue, values);
    if (items.length === 0) continue;
    const history = generateChangelog ? recordHistory(site, issue, account.accountId, items) : undefined;
    if (!generateAppEvents) continue;
    if (history === undefined) publishRewritten(site, account, issue);
    else publishUpdated(site, account, issue, history, 'issue_updated');
  }
}

function plannedWrites(site: JiraSite, updates: readonly FieldUpdate[]): readonly PlannedWrite[] {
  const writes = new Map<IssueRecord, Map<string, Json>>();
  for (const { field, issueIds, value } of updates) {
    for (const id of issueIds) {
      const issue = site.store.findIssue(String(id));
      if (issue === undefined) throw badRequest(`The issue ${id} does not exist.`);
      const values = writes.get(issue) ?? new Map<string, Json>();
      if (values.has(field.id)) throw badRequest('Combinations of custom field and issue must be unique.');
      values.set(field.id, readValue(site, issue, field, value));
      writes.set(issue, values);
    }
  }
  return [...writes].map(([issue, values]) => ({ issue, values }));
}

function readValue(site: JiraSite, issue: IssueRecord, field: Field, input: unknown): Json {
  const project = site.store.projectOf(issue);
  const scope = { projectId: project.id, issueTypeId: asText(issue.values.issuetype) };
  if (applicableField(field, scope) === undefined) throw badFields({ [field.id]: 'The field has no context here.' });
  if (input === null) return null;
  const reading = field.kind.read(input, { site, field, project });
  if ('refusal' in reading) throw badFields({ [field.id]: reading.refusal });
  return reading.value;
}
