import type { DelegatedRole } from '../../../src/domain/approval/vote';
import type { Voter } from '../../../src/domain/approval/voter';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import { decideVote, type Ballot, type VoteOutcome } from '../../../src/domain/decision/decide-vote';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts } from '../../builders/change-facts';
import { approvalRule, inForce, policyWith, separationRule } from '../../builders/policies';
import { minute } from '../../builders/votes';

/** Asks for the owner and security; requesters do not approve. */
export const RULE = approvalRule({ requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] } });
export const POLICY = policyWith([RULE, separationRule()]);

/** A change in assessment that nobody has voted on. */
export const IN_ASSESSMENT = changeFacts({ stage: 'assessment' });

export interface Attempt extends Partial<Ballot> {
  readonly voter?: string;
  readonly on?: ChangeFacts;
  readonly roles?: readonly string[];
  readonly delegated?: readonly DelegatedRole[];
  readonly account?: Voter['account'];
  readonly under?: Policy;
  readonly at?: string;
}

export function voterOf({
  voter = 'account-owner',
  roles = ['owner'],
  delegated = [],
  account = 'human',
}: Attempt): Voter {
  return { accountId: voter, rolesHeld: roles, delegated, account };
}

/** An owner approves the plan as it stands, half an hour after the first vote, but for what the test says. */
export function attempt(of: Attempt = {}): VoteOutcome {
  const { on = IN_ASSESSMENT, under = POLICY, decision = 'approve', comment = '', at = minute(30) } = of;
  const seenFingerprint = of.seenFingerprint ?? on.fingerprint;
  return decideVote(inForce(under), on, voterOf(of), { decision, comment, seenFingerprint }, at);
}

/** The code of the refusal with what else it says, or `taken`. */
export function refusal(of: Attempt): unknown {
  const outcome = attempt(of);
  return outcome.taken ? 'taken' : outcome.refusal;
}
