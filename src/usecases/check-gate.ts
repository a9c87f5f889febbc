import { unknown, type ChangeFacts } from '../domain/change/change-facts';
import type { Gate } from '../domain/change/lifecycle';
import { Failure } from '../domain/failure';
import { isAboutCloser } from '../domain/guards/acting-duty';
import { guardedRules, type GuardsBeside } from '../domain/guards/guard-digest';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import type { Evaluation } from '../domain/policy/evaluation';
import type { Policy } from '../domain/policy/policy';
import type { ScreenEdits } from '../ports/change-requests';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';

export type GateAnswer =
  | { readonly decided: true; readonly evaluation: Evaluation; readonly policy: Policy }
  /** Nothing could be decided, so the change stays where it is. */
  | { readonly decided: false; readonly why: string };

/**
 * Decides whether a change may take a gated transition. Answers in time whatever happens: what fails or takes too long
 * is an undecided answer with the cause, never an exception and never a yes. Jira does not tell the app who makes a
 * transition: a rule about that person is left to Jira where its guard stands on the transition as policy and settings
 * have it now; where it does not, nobody knows whether it is kept, and the change stays where it is.
 * @param edits What was edited on the transition screen.
 * @param beside What the app's validator on the transition was told of the guards beside it.
 */
export async function checkGate(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'deadline'>,
  key: string,
  gate: Gate,
  edits: ScreenEdits,
  beside: GuardsBeside = {},
): Promise<GateAnswer> {
  const deadline = ports.deadline.start();
  try {
    const answer = await Promise.race([decide(ports, key, gate, edits, beside), deadline.late]);
    return answer === 'late' ? { decided: false, why: 'Jira or the app did not answer in time.' } : answer;
  } catch (error) {
    if (error instanceof Failure) return { decided: false, why: error.message };
    throw error;
  } finally {
    deadline.done();
  }
}

async function decide(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock'>,
  key: string,
  gate: Gate,
  edits: ScreenEdits,
  beside: GuardsBeside,
): Promise<GateAnswer> {
  const { governed } = await gatherChange(ports, key, { edits, gates: [gate] });
  if (governed === undefined) {
    return {
      decided: false,
      why: 'no policy is in force. Ask a Jira admin to put one in force in the Change control settings.',
    };
  }
  const { policy } = governed.inForce;
  const facts = { ...governed.facts, ...(await actorAt(ports, policy, gate, beside)) };
  return { decided: true, evaluation: evaluatePolicy(policy, facts, gate, ports.clock.now()), policy };
}

/** What is known of whoever makes the transition: nothing, and which rules Jira holds that person against. */
async function actorAt(
  { archive }: Pick<Ports, 'archive'>,
  policy: Policy,
  gate: Gate,
  beside: GuardsBeside,
): Promise<Pick<ChangeFacts, 'actor' | 'guarded'>> {
  if (!policy.rules.some((rule) => rule.gates.includes(gate) && isAboutCloser(rule))) return {};
  const actor = unknown('not-guarded', gate);
  if (Object.keys(beside).length === 0) return { actor };
  return { actor, guarded: guardedRules(policy, await archive.settings(), gate, beside) };
}
