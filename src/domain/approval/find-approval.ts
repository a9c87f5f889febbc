import type { ChangeFacts } from '../change/change-facts';
import type { Instant } from '../instant';
import type { Finding } from '../policy/evaluation';
import { findDistinctWay } from './distinct-people';
import { FROM_THE_START, lookAt, type Looked } from './look-at-requirement';
import type { Requirement } from './requirement';
import type { RoleTerms } from './role-findings';
import type { Voice } from './voice';

/** Under which terms voices meet a requirement. A `RuleContext` will do where there are none. */
export interface ApprovalTerms extends RoleTerms {
  readonly facts: Pick<ChangeFacts, 'roleSizes'>;
  /** Nobody fills two places: neither by the own hand nor through somebody else's. */
  readonly distinctPeople?: boolean | undefined;
}

/** A finding with the instant at which it became met; absent while it is not. */
export interface DatedFinding {
  readonly finding: Finding;
  readonly metAt?: Instant;
}

/**
 * Whether the voices meet the requirement, part by part: who approved, and for each part that is missing whom to ask.
 * @param voices In the order of the sheet. Only approvals that stand count; of void and expired ones the finding tells.
 */
export function findApproval(requirement: Requirement, voices: readonly Voice[], terms: ApprovalTerms): Finding {
  return dateApproval(requirement, voices, terms).finding;
}

/** As `findApproval`, with the first instant at which the votes that count now had met the requirement. */
export function dateApproval(requirement: Requirement, voices: readonly Voice[], terms: ApprovalTerms): DatedFinding {
  const looked = lookAt(requirement, voices, FROM_THE_START, terms);
  if (looked.finding.met !== 'yes' || terms.distinctPeople !== true) return dated(looked, voices);
  const way = findDistinctWay(requirement, voices, terms, looked.place);
  if (way !== undefined) return dated(way, voices);
  const different: Finding = {
    met: 'no',
    reason: { code: 'different-people-needed' },
    remedy: { do: 'ask-somebody-else' },
  };
  return { finding: { met: 'no', reason: { code: 'all-of' }, parts: [looked.finding, different] } };
}

function dated({ finding, place }: Looked, voices: readonly Voice[]): DatedFinding {
  const last = finding.met === 'yes' ? voices.find((voice) => voice.place === place) : undefined;
  return last === undefined ? { finding } : { finding, metAt: last.vote.at };
}
