import type { Gate } from '../change/lifecycle';
import type { Duty } from '../policy/duty';
import type { Policy } from '../policy/policy';
import type { Rule } from '../policy/policy-rule';

const ACTING: Readonly<Partial<Record<Gate, Duty>>> = {
  authorize: 'approver',
  implement: 'implementer',
  expedite: 'implementer',
  complete: 'implementer',
};

/**
 * The duty that somebody takes on by making the transition of a gate: whoever begins or completes the implementation
 * implements; whoever authorizes stands for the approval; whoever closes is the closer, and where the policy does not
 * speak of closing, closing is the end of verifying. Submitting is nobody's duty.
 */
export function actingDuty(policy: Pick<Policy, 'rules'>, gate: Gate): Duty | undefined {
  if (gate === 'close') return policy.rules.some((rule) => isAboutCloser(rule)) ? 'closer' : 'verifier';
  return ACTING[gate];
}

/** The duties that a rule speaks of by name. */
export function dutiesOf(rule: Rule): readonly Duty[] {
  if (rule.kind === 'who-may') return [rule.duty];
  if (rule.kind === 'separate-duties' || rule.kind === 'same-person') return rule.pairs.flat();
  return rule.kind === 'authorship' && 'duty' in rule.by ? [rule.by.duty] : [];
}

export function isAboutCloser(rule: Rule): boolean {
  return dutiesOf(rule).includes('closer');
}
