import type { Clause } from '../clause';
import type { Policy } from '../policy';
import type { LintCheck, LintFinding } from './lint-finding';

/** Clauses that are said to be served and are not: enforced without a rule, reminded without a clock, or unexplained. */
export const unservedClauses: LintCheck = (policy) => policy.clauses.flatMap((clause) => findUnserved(clause, policy));

function findUnserved(clause: Clause, policy: Policy): readonly LintFinding[] {
  const { id, service, note = '' } = clause;
  const base = { clauses: [id], ruleIds: [] };
  switch (service) {
    case 'enforced':
      return isEnforced(clause, policy) ? [] : [{ ...base, code: 'clause-not-enforced', severity: 'error' }];
    case 'reminded':
      return isReminded(clause, policy) ? [] : [{ ...base, code: 'clause-not-reminded', severity: 'warning' }];
    case 'evidenced':
    case 'outside':
      return note.trim() === '' ? [{ ...base, code: 'clause-without-note', severity: 'warning', service }] : [];
    case 'no-text':
      return [];
  }
}

/** A promise is kept by what no rule asks for: see `brokenPromises`. */
function isEnforced({ id, promises }: Clause, { rules }: Policy): boolean {
  return promises !== undefined || rules.some(({ clauses }) => clauses.includes(id));
}

/** A clock reminds, a message does, and so does the review of an exception that lapses without one. */
function isReminded({ id }: Clause, { clocks, records, exceptions }: Policy): boolean {
  const reviewed = exceptions !== 'none' && exceptions.reviewEveryDays !== undefined ? [exceptions] : [];
  return [...clocks, ...records.notifications, ...reviewed].some(({ clauses }) => clauses.includes(id));
}
