import type { Notice } from '../../calendar/business-time';
import type { LintCheck } from './lint-finding';

/** Approvals that expire before their waiting period is over, so that the gate never opens. */
export const shortLivedApprovals: LintCheck = ({ rules }) =>
  rules
    .filter((rule) => rule.kind === 'approval')
    .filter(
      ({ wait, expiresAfterHours }) =>
        wait !== undefined && expiresAfterHours !== undefined && fewestHours(wait) >= expiresAfterHours,
    )
    .map(({ id, clauses }) => ({ code: 'approval-expires-first', severity: 'error', clauses, ruleIds: [id] }));

/** How many hours such a wait lasts at least. Across a change of the clocks, days are an hour shorter. */
function fewestHours(wait: Notice): number {
  if ('hours' in wait) return wait.hours;
  return 'businessHours' in wait ? wait.businessHours : wait.businessDays * 24 - 1;
}
