/** Reads the `fields` and `update` of a request into the values that the issue would get. */
import { z } from 'zod';
import { holds } from '../access';
import { isObject, readDocument } from '../document';
import { applicableField } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import { asText } from '../fields/field-kind';
import type { Field } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { badFields, badRequest, unsupported } from '../refusal';
import type { FieldErrors } from '../refusal';
import type { IssueRecord, Json, Project } from '../state';
import { readIssueType } from './issue-type-change';

/** New values by field id (null empties) and comments to add. */
export interface IssueEdits {
  readonly values: ReadonlyMap<string, Json>;
  readonly comments: readonly Json[];
}

export const NO_EDITS: IssueEdits = { values: new Map(), comments: [] };

export const editRequestSchema = z.object({
  fields: z.record(z.string(), z.unknown()).nullish(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).nullish(),
});
export type EditRequest = z.infer<typeof editRequestSchema>;

/** Refuses what Jira would carry out besides the edits and the sandbox does not. */
export function refuseUnsupportedParts(body: unknown, ...names: readonly string[]): void {
  const found = names.find((name) => isObject(body) && body[name] !== undefined);
  if (found !== undefined) throw unsupported(`'${found}' in the body of this request`);
}

export interface EditScope {
  readonly account: Account;
  readonly project: Project;
  /** Ids of the fields on the screen. */
  readonly screen: readonly string[];
  /** Of the issue, or of the issue to be. */
  readonly issueTypeId: string;
  /** Absent while the issue is being created. */
  readonly issue?: IssueRecord;
  /** What the type of the issue may be changed to; absent where it cannot be changed. */
  readonly issueTypeIds?: readonly string[];
}

/** The project and the issue type of an issue, by which its screens and the contexts of its fields are found. */
export function scopeOf(site: JiraSite, issue: IssueRecord): Pick<EditScope, 'project' | 'issueTypeId'> {
  return { project: site.store.projectOf(issue), issueTypeId: asText(issue.values.issuetype) };
}

export function notOnScreen(fieldId: string): string {
  return `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

/** All values, or one 400 that names every field that Jira refuses. */
export function readEdits(site: JiraSite, scope: EditScope, request: EditRequest): IssueEdits {
  const values = new Map<string, Json>();
  const comments: Json[] = [];
  const errors: Record<string, string> = {};
  const fields = request.fields ?? {};
  const update = request.update ?? {};
  for (const [id, input] of Object.entries(fields)) {
    if (Object.hasOwn(update, id)) {
      errors[id] = `Field '${id}' cannot appear in both 'fields' and 'update'`;
      continue;
    }
    store(id, readSet(site, scope, id, input));
  }
  for (const [id, operations] of Object.entries(update)) {
    if (Object.hasOwn(errors, id)) continue;
    if (id === 'comment') store(id, readComments(site, scope, operations, comments));
    else store(id, readOperations(site, scope, id, operations));
  }
  if (Object.keys(errors).length > 0) throw refusal(errors);
  return { values, comments };

  function store(id: string, reading: { value: Json } | { refusal: string } | undefined): void {
    if (reading === undefined) return;
    if ('refusal' in reading) errors[id] = reading.refusal;
    else values.set(id, reading.value);
  }
}

function refusal(errors: FieldErrors) {
  return Object.values(errors).includes('INVALID_INPUT') ? badRequest('INVALID_INPUT') : badFields(errors);
}

/** The field when this account may set it here. */
function settableField(site: JiraSite, scope: EditScope, id: string): Field | undefined {
  const field = findField(site.store, id);
  if (field === undefined || !field.settable || !scope.screen.includes(id)) return undefined;
  if (id === 'assignee' && !holds(site, scope.account, 'ASSIGN_ISSUES', scope.project)) return undefined;
  if (id === 'reporter' && !holds(site, scope.account, 'MODIFY_REPORTER', scope.project)) return undefined;
  return applicableField(field, { projectId: scope.project.id, issueTypeId: scope.issueTypeId });
}

function readSet(site: JiraSite, scope: EditScope, id: string, input: unknown) {
  if (scope.issue !== undefined && id === 'issuetype' && scope.screen.includes(id)) {
    if (scope.issueTypeIds === undefined) throw unsupported('changing the issue type by a transition');
    return readIssueType(site, scope.issueTypeIds, input);
  }
  const field = settableField(site, scope, id);
  if (field === undefined) return { refusal: notOnScreen(id) };
  const reading =
    input === null || input === undefined
      ? { value: null }
      : field.kind.read(input, { site, field, project: scope.project });
  if ('value' in reading && reading.value === null && id === 'summary') {
    return { refusal: 'You must specify a summary of the issue.' };
  }
  if ('value' in reading && reading.value === null && id === 'reporter') return { refusal: 'Reporter is required.' };
  return reading;
}

function readOperations(
  site: JiraSite,
  scope: EditScope,
  id: string,
  operations: readonly Readonly<Record<string, unknown>>[],
): { value: Json } | { refusal: string } {
  const [only] = operations;
  if (id === 'issuetype' && operations.length === 1 && only?.set !== undefined)
    return readSet(site, scope, id, only.set);
  const field = settableField(site, scope, id);
  if (field === undefined) return { refusal: notOnScreen(id) };
  let value: Json = scope.issue?.values[id] ?? null;
  for (const operation of operations) {
    const [verb, input] = Object.entries(operation)[0] ?? ['', undefined];
    if (!field.kind.operations.includes(verb)) {
      return { refusal: `Field does not support update '${id}'` };
    }
    const list = verb === 'add' || verb === 'remove';
    const reading = readSet(site, scope, id, list ? [input] : input);
    if ('refusal' in reading) return reading;
    value = list ? changeList(value, reading.value, verb) : reading.value;
  }
  return { value };
}

function changeList(current: Json, operand: Json, verb: string): Json {
  const before = Array.isArray(current) ? current : [];
  const change = Array.isArray(operand) ? operand : [];
  const kept = before.filter((entry) => !change.includes(entry));
  const after = verb === 'add' ? [...before, ...change.filter((entry) => !before.includes(entry))] : kept;
  return after.length === 0 ? null : after;
}

function readComments(
  site: JiraSite,
  scope: EditScope,
  operations: readonly Readonly<Record<string, unknown>>[],
  into: Json[],
): { refusal: string } | undefined {
  if (scope.issue === undefined || !holds(site, scope.account, 'ADD_COMMENTS', scope.project)) {
    return { refusal: notOnScreen('comment') };
  }
  for (const operation of operations) {
    const added = operation.add;
    if (!isObject(added)) return { refusal: 'Only the operation "add" with an object is possible' };
    if (Object.keys(added).some((key) => key !== 'body')) throw unsupported('comments with visibility or properties');
    const reading = readDocument(added.body);
    if (reading.kind !== 'document') return { refusal: 'Comment body is not valid!' };
    into.push(reading.document);
  }
  return undefined;
}
