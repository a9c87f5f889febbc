import type { ChangeIdentity } from '../domain/change/identity';
import type { Gate, Stage } from '../domain/change/lifecycle';
import { Failure } from '../domain/failure';
import { checklistOf, type CheckedItem } from '../domain/policy/checklist';
import { newlyAsked } from '../domain/policy/compare-evaluations';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import { gateAhead } from '../domain/policy/gate-ahead';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { bareFacts } from './bare-facts';
import { completeFacts, type BareFacts } from './complete-facts';

/** How many changes are looked at in one call, so that it ends well within the time of an invocation. */
const CHANGES_IN_A_CALL = 10;

/** An open change and what another policy would ask of it that the policy in force does not. */
export interface SwitchedChange {
  readonly change: ChangeIdentity;
  readonly summary: string | null;
  readonly stage: Stage;
  readonly gate: Gate;
  /** It could not go on as it stands now: something is asked that is not there, and was not asked before. */
  readonly stuck: boolean;
  readonly asked: readonly CheckedItem[];
}

export interface SwitchPreview {
  readonly changes: readonly SwitchedChange[];
  /** How many changes were looked at in this call. */
  readonly looked: number;
  /** Keys of changes that could not be read, so that nobody knows. */
  readonly unread: readonly string[];
  readonly cursor: string | null;
}

/**
 * What would become of the open changes if a policy took the place of the one in force: a page of them, oldest first.
 * Changes nothing.
 * @throws Failure as `ChangeRequests` and `Archive` do.
 */
export async function previewSwitch(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock'>,
  candidate: Policy,
  cursor: string | null,
): Promise<SwitchPreview> {
  const [inForce, found] = await Promise.all([
    ports.archive.policyInForce(),
    ports.changes.openChanges(cursor, CHANGES_IN_A_CALL),
  ]);
  const looked = await Promise.all(found.changes.map(({ key }) => lookAt(ports, key, candidate, inForce?.policy)));
  return {
    changes: looked.flatMap((one) => (one === undefined || typeof one === 'string' ? [] : [one])),
    looked: looked.length,
    unread: looked.filter((one) => typeof one === 'string'),
    cursor: found.cursor,
  };
}

/** The change under both policies; undefined where it meets no gate, its key where it could not be read. */
async function lookAt(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock'>,
  key: string,
  candidate: Policy,
  current: Policy | undefined,
): Promise<SwitchedChange | string | undefined> {
  try {
    const bare = await bareFacts(ports, key);
    const after = await checkedUnder(ports, candidate, bare);
    if (after === undefined) return undefined;
    const before = current && (await checkedUnder(ports, current, bare));
    const asked = newlyAsked(before?.items ?? [], after.items);
    const { facts } = bare.reading;
    const summary = facts.fields['summary'];
    return {
      change: facts.change,
      summary: summary?.state === 'known' && typeof summary.value === 'string' ? summary.value : null,
      stage: after.stage,
      gate: after.gate,
      stuck: asked.length > 0,
      asked,
    };
  } catch (error) {
    if (error instanceof Failure) return key;
    throw error;
  }
}

async function checkedUnder(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'clock'>,
  policy: Policy,
  bare: BareFacts,
): Promise<{ readonly gate: Gate; readonly stage: Stage; readonly items: readonly CheckedItem[] } | undefined> {
  const { stage } = bare.reading.facts;
  const gate = gateAhead(policy, bare.reading.facts);
  if (gate === undefined || stage.state === 'unknown') return undefined;
  const now = ports.clock.now();
  const facts = await completeFacts(ports, policy, bare, [gate]);
  return { gate, stage: stage.value, items: checklistOf(evaluatePolicy(policy, facts, gate, now)) };
}
