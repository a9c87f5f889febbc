import type { CalendarWindow } from '../../domain/calendar/calendar-window';
import type { Policy } from '../../domain/policy/policy';
import { repeated, type BrokenReference, type Path } from './broken-reference';

/** Lists of a policy whose entries are known by their ids. */
const LISTS = ['roles', 'fields', 'terms', 'standardChanges', 'clocks', 'questions', 'clauses', 'rules'] as const;

/** Lists whose ids are options that Jira shows: no two may differ in case only. */
const OPTION_LISTS = ['changeTypes', 'categories'] as const;

/** Ids that stand for two things. */
export function repeatedNames(policy: Policy): readonly BrokenReference[] {
  const granted = policy.exceptions === 'none' ? [] : policy.exceptions.granted;
  return [
    ...LISTS.flatMap((list) => repeatedIds(policy[list], [list])),
    ...OPTION_LISTS.flatMap((list) => repeatedIds(policy[list], [list], true)),
    ...repeatedIds(granted, ['exceptions', 'granted']),
    ...repeated(
      policy.standardChanges.map(({ title }) => title),
      (index) => ['standardChanges', index, 'title'],
      true,
    ),
    ...repeatedWindows(policy),
  ];
}

function repeatedIds(
  things: readonly { readonly id: string }[],
  path: Path,
  anyCase = false,
): readonly BrokenReference[] {
  return repeated(
    things.map(({ id }) => id),
    (index) => [...path, index, 'id'],
    anyCase,
  );
}

/** Windows written in the policy and windows that were answered are one calendar. */
function repeatedWindows({ calendar, answers }: Policy): readonly BrokenReference[] {
  const lists: readonly (readonly [Path, readonly CalendarWindow[]])[] = [
    [['calendar', 'windows'], calendar.windows],
    ...Object.entries(answers).flatMap(([id, answer]) =>
      typeof answer === 'object' ? [[['answers', id], answer] as const] : [],
    ),
  ];
  const placed = lists.flatMap(([path, windows]) =>
    windows.map(({ id }, index) => ({ id, path: [...path, index, 'id'] })),
  );
  return repeated(
    placed.map(({ id }) => id),
    (index) => placed[index]?.path ?? [],
  );
}
