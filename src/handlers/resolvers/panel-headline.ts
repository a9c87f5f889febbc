import { GATE_TITLES } from '../../contracts/field-titles';
import type { Gate } from '../../domain/change/lifecycle';
import type { CheckedItem } from '../../domain/policy/checklist';
import { momentText } from '../../contracts/wording/moments';
import type { Instant } from '../../domain/instant';
import type { Evaluation } from '../../domain/policy/evaluation';
import { thingsNeeded } from '../../domain/policy/things-needed';

const PASSED: Readonly<Record<Gate, string>> = {
  submit: 'submitted',
  authorize: 'approved',
  implement: 'implemented',
  complete: 'completed',
  close: 'closed',
  expedite: 'expedited',
};

/** Where the change stands, in one sentence that answers "what do I still have to do?". */
export function headlineOf(evaluation: Evaluation, checklist: readonly CheckedItem[]): string {
  const { gate, verdict } = evaluation;
  const missing = checklist.filter(({ state }) => state === 'unmet' || state === 'unknown');
  if (verdict === 'allow') return `Ready: use ${GATE_TITLES[gate]} to move it on.`;
  if (verdict === 'warn') return `Ready, with a reason on record: use ${GATE_TITLES[gate]} to move it on.`;
  const unknowns = missing.filter(({ state }) => state === 'unknown').length;
  if (unknowns === missing.length) return 'This could not be checked. Nothing was changed; try again.';
  const waiting = missing.every(({ remedy }) => remedy?.do === 'approve');
  const needed = thingsNeeded(evaluation);
  if (waiting)
    return `Waiting for ${needed === 1 ? '1 approval' : `${String(needed)} approvals`} before this can be ${PASSED[gate]}.`;
  const free = freeAt(missing);
  if (free !== undefined) return `Blocked by time: not before ${momentText(free)}.`;
  return `Blocked: ${needed === 1 ? '1 thing' : `${String(needed)} things`} before this can be ${PASSED[gate]}.`;
}

/** When time alone will have settled everything that is missing; undefined where something else is missing as well. */
function freeAt(missing: readonly CheckedItem[]): Instant | undefined {
  const ends = missing.map(({ remedy }) => (remedy?.do === 'wait' ? remedy.until : undefined));
  return ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
}
