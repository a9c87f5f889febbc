import type { Gate } from '../domain/change/lifecycle';
import { Failure } from '../domain/failure';
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
 * is an undecided answer with the cause, never an exception and never a yes.
 * @param edits What was edited on the transition screen.
 */
export async function checkGate(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'deadline'>,
  key: string,
  gate: Gate,
  edits: ScreenEdits,
): Promise<GateAnswer> {
  const deadline = ports.deadline.start();
  try {
    const answer = await Promise.race([decide(ports, key, gate, edits), deadline.late]);
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
): Promise<GateAnswer> {
  const { governed } = await gatherChange(ports, key, { edits, gates: [gate] });
  if (governed === undefined) {
    return {
      decided: false,
      why: 'no policy is in force. Ask a Jira admin to put one in force in the Change control settings.',
    };
  }
  const { policy } = governed.inForce;
  return { decided: true, evaluation: evaluatePolicy(policy, governed.facts, gate, ports.clock.now()), policy };
}
