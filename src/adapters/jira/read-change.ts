import { FIELD_TITLES } from '../../contracts/field-titles';
import type { FieldMap, JiraName } from '../../contracts/field-map';
import { named, person, type NamedIssue } from '../../contracts/jira/issue';
import { known, unknown, type Fact, type FieldValue } from '../../domain/change/change-facts';
import type { AccountId } from '../../domain/change/identity';
import { CHANGE_FIELDS, FIELD_KINDS, type ChangeField, type FieldKind } from '../../domain/change/change-field';
import { STAGES, type Stage } from '../../domain/change/lifecycle';
import type { ChangeReading, ScreenEdits } from '../../ports/change-requests';
import { fieldValue } from './field-value';
import { withLinkedIncidents } from './linked-incidents';

/** Fields that say what the issue is; no transition screen changes them. */
const IDENTITY = ['issuetype', 'status', 'creator'] as const;

/** The facts of a change out of an issue, with the edits of a transition screen laid over it. */
export function readChange(issue: NamedIssue, map: FieldMap, edits: ScreenEdits): ChangeReading {
  const identity = Object.fromEntries(IDENTITY.map((id) => [id, issue.fields[id]]));
  const values = { ...issue.fields, ...edits, ...identity };
  const read = (name: JiraName, kind: FieldKind, title: string): Fact<FieldValue> => {
    const id = findFieldId(name, issue.names, (candidate) => Object.hasOwn(values, candidate), title);
    return id.state === 'known' ? fieldValue(kind, values[id.value], title) : id;
  };
  const fields = CHANGE_FIELDS.map((field): [ChangeField, Fact<FieldValue>] => [
    field,
    read(map.fields[field], FIELD_KINDS[field], titleIn(map, field)),
  ]);
  const facts = Object.fromEntries(fields) as Record<ChangeField, Fact<FieldValue>>;
  const type = named.safeParse(values['issuetype']);
  return {
    isChangeRequest: type.success && isCalled(map.issueType, type.data),
    facts: {
      change: { id: issue.id, key: issue.key },
      stage: stageOf(values['status'], map),
      requesters: requestersOf(values),
      fields: { ...facts, incident: withLinkedIncidents(facts.incident, values['issuelinks']) },
    },
    ownFields: (own) => Object.fromEntries(own.map(({ id, title, kind }) => [id, read({ name: title }, kind, title)])),
  };
}

/** The title under which a site knows a field. */
export function titleIn(map: FieldMap, field: ChangeField): string {
  const name = map.fields[field];
  return 'name' in name ? name.name : FIELD_TITLES[field];
}

/** The id of the one field that is meant; not known where there is none, or where several have the name. */
export function findFieldId(
  name: JiraName,
  names: Readonly<Record<string, string>>,
  exists: (id: string) => boolean,
  title: string,
): Fact<string> {
  const ids = 'id' in name ? [name.id] : Object.keys(names).filter((id) => names[id] === name.name);
  const [id, ...others] = ids.filter(exists);
  if (id === undefined) return unknown('no-such-field', title);
  if (others.length === 0) return known(id);
  return unknown('no-such-field', `${title}: ${String(others.length + 1)} fields have this name, so none is read`);
}

/** The stage that a status with this id and name stands for. */
export function findStage(map: FieldMap, status: { readonly id: string | null; readonly name: string | null }) {
  return STAGES.find((stage) => isCalled(map.stages[stage], status));
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

/** Whether a thing of Jira is the one that the map means. */
export function isCalled(name: JiraName, thing: { readonly id: string | null; readonly name: string | null }): boolean {
  return 'id' in name ? name.id === thing.id : name.name === thing.name;
}
