import { withVerdict } from '../domain/aftermath/gate-verdict';
import { digestOf } from '../domain/canonical';
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
import { onFreshState } from './on-fresh-state';

export type GateAnswer =
  | { readonly decided: true; readonly evaluation: Evaluation; readonly policy: Policy }
  /** Nothing could be decided, so the change stays where it is. */
  | { readonly decided: false; readonly why: string };

/** A gated transition that somebody wants to make. */
export interface AskedGate {
  readonly key: string;
  readonly gate: Gate;
  /** What was edited on the transition screen. */
  readonly edits: ScreenEdits;
  /** What the app's validator on the transition was told of the guards beside it. */
  readonly beside?: GuardsBeside;
  /** Ids of the statuses between which the change is to move; null where Jira does not say. */
  readonly way: { readonly from: string | null; readonly to: string | null };
}

type GatePorts = Pick<Ports, 'changes' | 'archive' | 'people' | 'clock' | 'trails'>;

/**
 * Decides whether a change may take a gated transition. Answers in time whatever happens: what fails or takes too long
 * is an undecided answer with the cause, never an exception and never a yes. Jira does not tell the app who makes a
 * transition: a rule about that person is left to Jira where its guard stands on the transition as policy and settings
 * have it now; where it does not, nobody knows whether it is kept, and the change stays where it is.
 *
 * The verdict is recorded before the change moves, so that whoever looks back finds one for every move. One that could
 * not be recorded is no yes: the move could not be told from one around the gate. The ways out carry no gate and need no
 * verdict; where a gate blocks, nothing is written. A verdict is not a move: another validator may still refuse.
 */
export async function checkGate(ports: GatePorts & Pick<Ports, 'deadline'>, asked: AskedGate): Promise<GateAnswer> {
  const deadline = ports.deadline.start();
  try {
    const answer = await Promise.race([decide(ports, asked), deadline.late]);
    return answer === 'late' ? { decided: false, why: 'Jira or the app did not answer in time.' } : answer;
  } catch (error) {
    if (error instanceof Failure) return { decided: false, why: error.message };
    throw error;
  } finally {
    deadline.done();
  }
}

async function decide(ports: GatePorts, asked: AskedGate): Promise<GateAnswer> {
  const { key, gate, edits, beside = {} } = asked;
  const { governed } = await gatherChange(ports, key, { edits, gates: [gate] });
  if (governed === undefined) {
    return {
      decided: false,
      why: 'no policy is in force. Ask a Jira admin to put one in force in the Change control settings.',
    };
  }
  const { policy, hash } = governed.inForce;
  const facts = { ...governed.facts, ...(await actorAt(ports, policy, gate, beside)) };
  const evaluation = evaluatePolicy(policy, facts, gate, ports.clock.now());
  await recordVerdict(ports, asked, facts, evaluation, hash);
  return { decided: true, evaluation, policy };
}

async function recordVerdict(
  { trails }: Pick<Ports, 'trails'>,
  { gate, way }: AskedGate,
  { change, fingerprint }: ChangeFacts,
  evaluation: Evaluation,
  policyHash: string,
): Promise<void> {
  const { verdict, instant: at } = evaluation;
  if (verdict === 'block') return;
  const evaluationDigest = digestOf(evaluation);
  const given = { gate, verdict, at, ...way, policyHash, evaluationDigest, fingerprint, moveId: null };
  await onFreshState(async () => trails.save(withVerdict(await trails.find(change.id), given)));
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
  if (Object.keys(beside).length === 0) return { actor, guarded: [] };
  return { actor, guarded: guardedRules(policy, await archive.settings(), gate, beside) };
}
