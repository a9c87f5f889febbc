import type { FieldMap, JiraName } from '../../contracts/field-map';
import { CLOSED_STAGES } from '../../domain/change/lifecycle';

/** Characters with a meaning in Jira's text search; they are not in its index, so nothing is lost without them. */
const SEARCH_SYNTAX = /[+\-&|!(){}[\]^~*?\\/:"'<>=,;\s\p{C}]+/gu;

/**
 * JQL for the change requests in a closed status, the ones changed last first.
 * @param text Words that must all be in a text field; empty for all.
 * @see https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function closedChangesJql(map: FieldMap, text: string): string {
  // In small letters, because AND, OR and NOT are operators of the text search.
  const words = text.replaceAll(SEARCH_SYNTAX, ' ').trim().toLowerCase();
  const clauses = [
    `issuetype = ${operand(map.issueType)}`,
    `status in (${CLOSED_STAGES.map((stage) => operand(map.stages[stage])).join(', ')})`,
    ...(words === '' ? [] : [`text ~ ${quoted(words)}`]),
  ];
  return `${clauses.join(' AND ')} ORDER BY updated DESC`;
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
