import type { FieldMap, JiraName } from '../../contracts/field-map';
import type { Interval } from '../../domain/calendar/interval';
import { addDuration } from '../../domain/calendar/duration';
import type { Instant } from '../../domain/instant';
import { CLOSED_STAGES, type ClosedStage } from '../../domain/change/lifecycle';

/** Characters with a meaning in Jira's text search; they are not in its index, so nothing is lost without them. */
const SEARCH_SYNTAX = /[+\-&|!(){}[\]^~*?\\/:"'<>=,;\s\p{C}]+/gu;

/**
 * JQL for the change requests in a closed status, the ones changed last first.
 * @param text Words that must all be in a text field; empty for all.
 * @param closed The statuses, at least one.
 * @see https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function closedChangesJql(map: FieldMap, text: string, closed: readonly ClosedStage[] = CLOSED_STAGES): string {
  // In small letters, because AND, OR and NOT are operators of the text search.
  const words = text.replaceAll(SEARCH_SYNTAX, ' ').trim().toLowerCase();
  const clauses = [
    `issuetype = ${operand(map.issueType)}`,
    `status in (${statuses(map, closed)})`,
    ...(words === '' ? [] : [`text ~ ${quoted(words)}`]),
  ];
  return `${clauses.join(' AND ')} ORDER BY updated DESC`;
}

/** JQL for the change requests in a status that is not a closed one, oldest first. */
export function openChangesJql(map: FieldMap, closed: readonly ClosedStage[] = CLOSED_STAGES): string {
  return `${openChanges(map, closed)} ORDER BY created ASC, key ASC`;
}

/**
 * JQL for the open change requests on one of these services that are planned within the time, or up to a day before or
 * after it: JQL compares days in the time zone of whoever asks, so the exact comparison is left to the reader.
 * @param except Id of a change that is left out.
 */
export function plannedChangesJql(
  map: FieldMap,
  services: readonly string[],
  within: Interval,
  except: string,
  closed: readonly ClosedStage[] = CLOSED_STAGES,
): string {
  const { services: field, plannedStart, plannedEnd } = map.fields;
  const clauses = [
    openChanges(map, closed),
    `${fieldOperand(field)} in (${services.map(quoted).join(', ')})`,
    `${fieldOperand(plannedStart)} <= "${dayOf(addDuration(within.until, { days: 2 }))}"`,
    `${fieldOperand(plannedEnd)} >= "${dayOf(addDuration(within.from, { days: -1 }))}"`,
    `id != ${except}`,
  ];
  return `${clauses.join(' AND ')} ORDER BY created ASC, key ASC`;
}

/**
 * JQL for the change requests that were touched in the last minutes: counted back from now, because JQL reads dates in the
 * time zone of whoever asks.
 */
export function touchedChangesJql(map: FieldMap, minutes: number): string {
  return `issuetype = ${operand(map.issueType)} AND updated >= "-${String(minutes)}m" ORDER BY created ASC, key ASC`;
}

function openChanges(map: FieldMap, closed: readonly ClosedStage[]): string {
  const ofType = `issuetype = ${operand(map.issueType)}`;
  return closed.length === 0 ? ofType : `${ofType} AND status not in (${statuses(map, closed)})`;
}

function statuses(map: FieldMap, stages: readonly ClosedStage[]): string {
  return stages.map((stage) => operand(map.stages[stage])).join(', ');
}

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** A field in JQL: by its name, or `cf[10001]` by its id. */
function fieldOperand(name: JiraName): string {
  if ('name' in name) return quoted(name.name);
  const custom = /^customfield_(\d+)$/.exec(name.id)?.[1];
  return custom === undefined ? quoted(name.id) : `cf[${custom}]`;
}

function operand(name: JiraName): string {
  if ('name' in name) return quoted(name.name);
  // Bare digits are an id; in quotes they would be looked for as a name first.
  return /^\d+$/.test(name.id) ? name.id : quoted(name.id);
}

/** A JQL string. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
