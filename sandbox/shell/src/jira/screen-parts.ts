import type { JiraIssue, ScreenField } from '../site/jira-shapes';
import { kindOf } from './field-kind';

/** Shown elsewhere on the page. */
const ELSEWHERE = ['summary', 'status', 'issuetype', 'project', 'comment', 'issuelinks', 'attachment'];

/** Cannot be edited in the form of a screen. */
const NOT_IN_FORMS = ['issuetype', 'project', 'comment', 'issuelinks', 'attachment'];

export const isText = (field: ScreenField): boolean => kindOf(field) === 'document';

/** What stands in the list of details. */
export function detailsOf(screen: readonly ScreenField[]): readonly ScreenField[] {
  return screen.filter((field) => !ELSEWHERE.includes(field.id) && !isText(field));
}

export function editableOf(screen: readonly ScreenField[]): readonly ScreenField[] {
  return screen.filter(({ id }) => !NOT_IN_FORMS.includes(id));
}

export interface OtherField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

const FIRST = ['assignee', 'reporter', 'resolution', 'created', 'updated'];
const HIDDEN_TYPES = ['progress', 'votes', 'watches', 'any'];
const HIDDEN = ['creator', 'statuscategorychangedate', 'statusCategory', 'lastViewed', 'workratio'];

/** Fields that are not on the screen but hold something, people and dates first. */
export function otherFieldsOf(issue: JiraIssue, screen: readonly ScreenField[]): readonly OtherField[] {
  const known = new Set([...ELSEWHERE, ...HIDDEN, ...screen.map(({ id }) => id)]);
  const rank = (id: string) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return Object.entries(issue.fields)
    .filter(([id, value]) => !known.has(id) && (isWorthALine(value) || id === 'assignee'))
    .map(([id]) => ({ id, name: issue.names[id] ?? id, type: issue.schema[id]?.type ?? '' }))
    .filter(({ type }) => !HIDDEN_TYPES.includes(type))
    .sort((left, right) => rank(left.id) - rank(right.id));
}

function isWorthALine(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
