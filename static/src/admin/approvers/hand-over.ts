import { type NamedPersonView, type RoleView } from '../../../../src/contracts/api/admin-api';
import { dayAfter, daysFromTo, instantAt } from '../../elements/zoned-time';

/** What somebody has filled in so far; days as dates: "2026-03-09". */
export interface HandOver {
  readonly role: RoleView | null;
  readonly from: NamedPersonView | null;
  readonly to: NamedPersonView | null;
  readonly firstDay: string;
  readonly lastDay: string;
}

export const NOTHING_HANDED_OVER: HandOver = { role: null, from: null, to: null, firstDay: '', lastDay: '' };

/** What keeps it from being handed over, as a sentence. */
export function handOverProblem({ role, from, to, firstDay, lastDay }: HandOver, longestDays: number) {
  if (role === null || from === null || to === null || firstDay === '' || lastDay === '') {
    return 'Choose the role, both people, and both days.';
  }
  if (from.accountId === to.accountId) return 'Choose two different people.';
  const days = daysFromTo(firstDay, lastDay);
  if (days < 1) return 'The last day lies before the first one.';
  return days > longestDays
    ? `That is ${String(days)} days; the policy lets a role be handed over for ${String(longestDays)} at most.`
    : undefined;
}

/** From the beginning of the first day until the end of the last one, on the clocks of a zone. */
export function delegationOf({ role, from, to, firstDay, lastDay }: HandOver, zone: string | undefined) {
  const end = dayAfter(lastDay);
  const since = instantAt(`${firstDay}T00:00`, zone);
  const until = end === undefined ? undefined : instantAt(`${end}T00:00`, zone);
  if (role === null || from === null || to === null || since === undefined || until === undefined) return undefined;
  return { role: role.id, from: from.accountId, to: to.accountId, since, until };
}
