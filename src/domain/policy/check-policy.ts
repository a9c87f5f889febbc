import type { AccountId } from '../change/identity';
import type { LintFinding } from './lint/lint-finding';
import { lintPolicy } from './lint-policy';
import type { CivilDate, Policy } from './policy';
import { findDeadEnds } from './satisfiability/satisfiability';
import type { SatisfiabilityReport } from './satisfiability/report';

/** What is to be known of a policy before it is put in force. */
export interface PolicyCheck {
  readonly lint: readonly LintFinding[];
  readonly satisfiability: SatisfiabilityReport;
  /**
   * There is neither an error in the document nor a change that nobody could get through, as far as was looked. What could
   * not be checked to the end (`satisfiability.notChecked`) does not forbid it: it can be too much to check for ever, and
   * then a policy could never be put in force. Whoever does so has to be told.
   */
  readonly mayBeActivated: boolean;
}

/**
 * Checks a policy as a document, and against the people who would have to live with it.
 * @param holders Who holds each role today; `assumedHolders` where there is no site yet.
 * @param today The day in UTC.
 */
export function checkPolicy(
  policy: Policy,
  holders: Readonly<Record<string, readonly AccountId[]>>,
  today: CivilDate,
): PolicyCheck {
  const lint = lintPolicy(policy, today);
  const satisfiability = findDeadEnds(policy, holders, { today });
  const hasErrors = lint.some(({ severity }) => severity === 'error');
  return { lint, satisfiability, mayBeActivated: !hasErrors && satisfiability.deadEnds.length === 0 };
}
