import type { AccountId } from '../domain/change/identity';
import type { Policy } from '../domain/policy/policy';
import type { CellDetail, CellValue, DeadCell, DeadEnd, DeadEndCause } from '../domain/policy/satisfiability/report';
import { fieldTitle, GATE_TITLES } from './field-titles';
import { capital, countOf, list } from './wording/lists';
import { roleTitle } from './wording/names-of-people';

/** So many people are named before they are only counted. */
const MOST_NAMES = 5;

/** Why nobody gets the change on, and what to do about it. */
const CAUSES: Readonly<Record<DeadEndCause, (roles: string, rules: string) => string>> = {
  'role-empty': () => 'give it to somebody',
  'not-enough': (roles, rules) =>
    `because fewer people hold the ${roles} than are asked for by ${rules}: give it to more people, or ask for fewer`,
  'nobody-left': (roles, rules) =>
    `because everybody${roles === '' ? '' : ` with the ${roles}`} has a duty that is kept apart: give it to somebody else as well, or change ${rules}`,
  pair: (_roles, rules) => `because nobody can have the duties that are to be in the same hands: change ${rules}`,
  'no-common-holder': (roles, rules) =>
    `because nobody holds what one person needs of the ${roles}: give it to somebody, or change ${rules}`,
  'no-approver': (_roles, rules) =>
    `because an approver is needed for ${rules} and nobody is asked to approve by then: ask for an approval, or change ${rules}`,
  closed: (_roles, rules) => `because every way is shut to them by ${rules}: open one, or take the type out`,
  'no-entry': (_roles, rules) =>
    `because no entry of the catalogue of standard changes can be used for ${rules}: add one`,
};

/**
 * What is stopped, why, and what to do about it, as one plain sentence.
 * @param names By account id; people without a name are called somebody.
 */
export function deadEndText(
  { why, roles, ruleIds, cells }: DeadEnd,
  policy: Policy,
  names: Readonly<Record<AccountId, string>>,
): string {
  const [first] = cells;
  if (first === undefined) return '';
  const stopped = `${cellText(first, policy, names)}${moreText(cells.length - 1)} cannot pass ${GATE_TITLES[first.gate]}`;
  const cause = CAUSES[why](rolesText(roles, policy), rulesText(ruleIds));
  if (why === 'role-empty') return `Nobody holds the ${rolesText(roles, policy)}, so ${stopped}: ${cause}.`;
  return `${capital(stopped)}, ${cause}.`;
}

/** "Normal changes of category Software with risk level High, proposed by Ana or Ben". */
function cellText(cell: DeadCell, policy: Policy, names: Readonly<Record<AccountId, string>>): string {
  const parts = [
    `${cell.type} changes`,
    ...(cell.categories === 'any' ? [] : [namedText(cell.categories, 'of category', 'without a category')]),
    ...(cell.risks === 'any' ? [] : [namedText(cell.risks, 'of risk level', 'without a risk level')]),
    ...(cell.others.length === 0 ? [] : [`with ${list(cell.others.map((detail) => detailText(detail, policy)))}`]),
    ...(cell.requesters === 'any' || cell.requesters.length === 0
      ? []
      : [`proposed by ${peopleText(cell.requesters, names)}`]),
  ];
  return parts.join(' ');
}

function namedText(values: readonly (string | null)[], prefix: string, without: string): string {
  const named = values.filter((value) => value !== null);
  const texts = named.length === 0 ? [] : [`${prefix} ${list(named, 'or')}`];
  return list(named.length < values.length ? [...texts, without] : texts, 'or');
}

function detailText(detail: CellDetail, policy: Policy): string {
  if ('field' in detail) return `${fieldTitle(policy, detail.field)} ${valuesText(detail.values)}`;
  const options = policy.questions.find(({ id }) => id === detail.answer)?.options ?? [];
  const answers = detail.values.map(valueText).map((id) => options.find((option) => option.id === id)?.title ?? id);
  return `the question "${detail.answer}" answered "${list(answers, 'or')}"`;
}

function valueText(value: CellValue): string {
  if (value === 'empty') return 'empty';
  if (value === 'other') return 'anything else';
  return typeof value.value === 'string' ? value.value : value.value.join(' together with ');
}

/** Of several options each combination is a value of its own: all of them are "one or more of" the options. */
function valuesText(values: readonly CellValue[]): string {
  const sets = values.filter((value) => typeof value === 'object' && typeof value.value !== 'string');
  const options = [...new Set(sets.flatMap((value) => (typeof value === 'object' ? value.value : [])))];
  if (options.length < 2 || sets.length !== 2 ** options.length - 1) return list(values.map(valueText), 'or');
  const others = values.filter((value) => !sets.includes(value)).map(valueText);
  return list([`one or more of ${list(options)}`, ...others], 'or');
}

function peopleText(people: readonly (AccountId | null)[], names: Readonly<Record<AccountId, string>>): string {
  if (people.length > MOST_NAMES) return countOf(people.length, 'person', 'people');
  const called = people.flatMap((person) => (person === null ? 'somebody without a role' : (names[person] ?? [])));
  const unnamed = called.length < people.length ? [called.length === 0 ? 'somebody' : 'somebody else'] : [];
  return list([...new Set(called), ...unnamed], 'or');
}

function moreText(more: number): string {
  return more === 0 ? '' : ` and ${countOf(more, 'other kind')} of change`;
}

function rolesText(roles: readonly string[], policy: Policy): string {
  if (roles.length === 0) return '';
  return `${list(
    roles.map((role) => roleTitle(policy, role)),
    'or',
  )} role`;
}

function rulesText(ruleIds: readonly string[]): string {
  return `the rule${ruleIds.length === 1 ? '' : 's'} ${list(ruleIds.map((id) => `"${id}"`))}`;
}
