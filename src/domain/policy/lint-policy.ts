import { brokenPromises } from './lint/broken-promises';
import { danglingReferences } from './lint/dangling-references';
import { emergencyMode } from './lint/emergency-mode';
import { expiredEntries } from './lint/expired-entries';
import { idleRules } from './lint/idle-rules';
import { impossibleRequirements } from './lint/impossible-requirements';
import { lateApprovals } from './lint/late-approvals';
import type { LintCheck, LintFinding } from './lint/lint-finding';
import { longFreezes } from './lint/long-freezes';
import { missingRetention } from './lint/missing-retention';
import { openExpedite } from './lint/open-expedite';
import { optionalConditions } from './lint/optional-conditions';
import { placeholders } from './lint/placeholders';
import { policyReview } from './lint/policy-review';
import { shortLivedApprovals } from './lint/short-lived-approvals';
import { standingExceptions } from './lint/standing-exceptions';
import { unansweredQuestions } from './lint/unanswered-questions';
import { undefinedWords } from './lint/undefined-words';
import { unknownClosers } from './lint/unknown-closers';
import { unkeptApprovals } from './lint/unkept-approvals';
import { unservedClauses } from './lint/unserved-clauses';
import { unusedRoles } from './lint/unused-roles';
import type { CivilDate, Policy } from './policy';

const CHECKS: readonly LintCheck[] = [
  placeholders,
  unansweredQuestions,
  brokenPromises,
  emergencyMode,
  openExpedite,
  impossibleRequirements,
  lateApprovals,
  shortLivedApprovals,
  unkeptApprovals,
  optionalConditions,
  unservedClauses,
  danglingReferences,
  undefinedWords,
  policyReview,
  missingRetention,
  longFreezes,
  standingExceptions,
  expiredEntries,
  idleRules,
  unknownClosers,
  unusedRoles,
];

/**
 * What is wrong with a policy, or left open in it, as a document: errors keep it from being put in force. A finding says
 * nothing about who holds which role; for that see `findDeadEnds`.
 * @param today The day in UTC against which reviews, exceptions and catalogue entries are held.
 */
export function lintPolicy(policy: Policy, today: CivilDate): readonly LintFinding[] {
  return CHECKS.flatMap((check) => check(policy, today));
}
