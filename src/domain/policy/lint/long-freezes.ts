import type { CalendarWindow } from '../../calendar/calendar-window';
import type { Policy } from '../policy';
import type { LintCheck } from './lint-finding';

const DAY = 24 * 60 * 60 * 1000;

/** Longer than any month: more likely a slip in a date than a freeze. */
const LONGEST_DAYS = 31;

/** A freeze that is longer than is plausible. */
export const longFreezes: LintCheck = (policy) =>
  freezesOf(policy)
    .filter(({ window }) => daysOf(window) > LONGEST_DAYS)
    .map(({ window, clauses }) => ({
      code: 'long-freeze',
      severity: 'warning',
      clauses,
      ruleIds: [],
      window: window.title,
      days: Math.ceil(daysOf(window)),
    }));

/** The freezes of the policy, and those that its owner answered with, each with the clauses it comes from. */
function freezesOf(
  policy: Policy,
): readonly { readonly window: CalendarWindow; readonly clauses: readonly string[] }[] {
  const ofRules = policy.rules.filter(({ kind }) => kind === 'outside-freezes').flatMap(({ clauses }) => clauses);
  const written = policy.calendar.windows.map((window) => ({ window, clauses: [...new Set(ofRules)] }));
  const answered = policy.questions.flatMap(({ id, clauses }) => {
    const answer = policy.answers[id];
    return typeof answer === 'object' ? answer.map((window) => ({ window, clauses })) : [];
  });
  return [...written, ...answered].filter(({ window }) => window.kind === 'freeze');
}

function daysOf({ interval }: CalendarWindow): number {
  return (Date.parse(interval.until) - Date.parse(interval.from)) / DAY;
}
