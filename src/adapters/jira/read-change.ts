import { FIELD_TITLES } from '../../contracts/field-titles';
import type { FieldMap, JiraName } from '../../contracts/field-map';
import { named, person, type NamedIssue } from '../../contracts/jira/issue';
import { known, unknown, type Fact, type FieldValue } from '../../domain/change/change-facts';
import type { AccountId } from '../../domain/change/identity';
import { CHANGE_FIELDS, FIELD_KINDS, type ChangeField } from '../../domain/change/change-field';
import { STAGES, type Stage } from '../../domain/change/lifecycle';
import type { ChangeReading, ScreenEdits } from '../../ports/change-requests';
import { fieldValue } from './field-value';

/** Fields that say what the issue is; no transition screen changes them. */
const IDENTITY = ['issuetype', 'status', 'creator'] as const;

/** The facts of a change out of an issue, with the edits of a transition screen laid over it. */
export function readChange(issue: NamedIssue, map: FieldMap, edits: ScreenEdits): ChangeReading {
  const identity = Object.fromEntries(IDENTITY.map((id) => [id, issue.fields[id]]));
  const values = { ...issue.fields, ...edits, ...identity };
  const facts = CHANGE_FIELDS.map((field): [ChangeField, Fact<FieldValue>] => [
    field,
    factOf(field, map.fields[field], values, issue.names),
  ]);
  const type = named.safeParse(values['issuetype']);
  return {
    isChangeRequest: type.success && isCalled(map.issueType, type.data),
    facts: {
      change: { id: issue.id, key: issue.key },
      stage: stageOf(values['status'], map),
      requesters: requestersOf(values),
      fields: Object.fromEntries(facts) as Record<ChangeField, Fact<FieldValue>>,
    },
  };
}

/** The stage that a status with this id and name stands for. */
export function findStage(map: FieldMap, status: { readonly id: string | null; readonly name: string | null }) {
  return STAGES.find((stage) => isCalled(map.stages[stage], status));
}

function factOf(
  field: ChangeField,
  name: JiraName,
  values: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Fact<FieldValue> {
  const title = 'name' in name ? name.name : FIELD_TITLES[field];
  const ids = 'id' in name ? [name.id] : Object.keys(names).filter((id) => names[id] === name.name);
  const [id, ...others] = ids.filter((candidate) => Object.hasOwn(values, candidate));
  if (id === undefined) return unknown('no-such-field', title);
  if (others.length > 0) {
    return unknown('no-such-field', `${title}: ${String(others.length + 1)} fields have this name, so none is read`);
  }
  return fieldValue(FIELD_KINDS[field], values[id], title);
}

function stageOf(value: unknown, map: FieldMap): Fact<Stage> {
  const status = named.safeParse(value);
  if (!status.success) return unknown('unreadable-value', 'Status: a status was expected');
  const stage = findStage(map, status.data);
  return stage === undefined
    ? unknown('unreadable-value', `Status: ${status.data.name} is no status of a change request`)
    : known(stage);
}

/** Whoever reported and whoever created the change; an issue need not have a reporter. */
function requestersOf(values: Readonly<Record<string, unknown>>): Fact<readonly AccountId[]> {
  const people = [values['reporter'], values['creator']].filter((value) => value !== null && value !== undefined);
  const ids = people.flatMap((value) => person.safeParse(value).data?.accountId ?? []);
  if (people.length === 0 || ids.length < people.length) {
    return unknown('unreadable-value', 'Reporter: one person was expected');
  }
  return known([...new Set(ids)]);
}

function isCalled(name: JiraName, thing: { readonly id: string | null; readonly name: string | null }): boolean {
  return 'id' in name ? name.id === thing.id : name.name === thing.name;
}
