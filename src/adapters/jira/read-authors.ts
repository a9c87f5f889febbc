import type { FieldMap, JiraName } from '../../contracts/field-map';
import type { ChangelogPage } from '../../contracts/jira/changelog';
import { person, type NamedIssue } from '../../contracts/jira/issue';
import { known, unknown, type Fact } from '../../domain/change/change-facts';
import { CHANGE_FIELDS, type ChangeField } from '../../domain/change/change-field';
import type { AccountId } from '../../domain/change/identity';
import type { AuthorsAsked } from '../../ports/change-requests';
import { findFieldId, titleIn } from './read-change';

/**
 * Who wrote each field last. What was on the create screen has no history in Jira: its author is the creator. What was
 * just edited on a transition screen has no author yet: Jira does not tell a validator who edits.
 */
export function authorsIn(
  issue: NamedIssue,
  histories: ChangelogPage['values'],
  map: FieldMap,
  asked: AuthorsAsked,
): Readonly<Record<string, Fact<AccountId | null>>> {
  const author = (name: JiraName, title: string): Fact<AccountId | null> => {
    const id = findFieldId(name, issue.names, (candidate) => Object.hasOwn(issue.fields, candidate), title);
    if (id.state === 'unknown') return id;
    if (Object.hasOwn(asked.edits, id.value)) {
      return unknown('lookup-failed', `${title} was edited on this screen, and Jira does not tell by whom`);
    }
    return lastAuthor(issue, histories, id.value, title);
  };
  const builtIn = CHANGE_FIELDS.filter((field) => asked.fields.includes(field));
  return Object.fromEntries([
    ...builtIn.map((field: ChangeField) => [field, author(map.fields[field], titleIn(map, field))] as const),
    ...asked.own.map(({ id, title }) => [id, author({ name: title }, title)] as const),
  ]);
}

function lastAuthor(
  issue: NamedIssue,
  histories: ChangelogPage['values'],
  fieldId: string,
  title: string,
): Fact<AccountId | null> {
  const edit = histories.findLast(({ items }) => items.some((item) => item.fieldId === fieldId));
  if (edit !== undefined) {
    const id = edit.author?.accountId;
    return id === undefined
      ? unknown('unreadable-value', `${title}: Jira names no author of the last edit`)
      : known(id);
  }
  const value = issue.fields[fieldId];
  if (value === null || value === undefined) return known(null);
  const creator = person.safeParse(issue.fields['creator']).data?.accountId;
  return creator === undefined ? unknown('unreadable-value', `${title}: Jira names no creator`) : known(creator);
}
