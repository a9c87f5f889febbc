import { GATE_TITLES } from '../../contracts/field-titles';
import type { Gate } from '../../domain/change/lifecycle';
import type { CheckedItem } from '../../domain/policy/checklist';
import type { Verdict } from '../../domain/policy/evaluation';

const PASSED: Readonly<Record<Gate, string>> = {
  submit: 'submitted',
  authorize: 'approved',
  implement: 'implemented',
  complete: 'completed',
  close: 'closed',
  expedite: 'expedited',
};

/** Where the change stands, in one sentence that answers "what do I still have to do?". */
export function headlineOf(gate: Gate, verdict: Verdict, checklist: readonly CheckedItem[]): string {
  const missing = checklist.filter(({ state }) => state === 'unmet' || state === 'unknown');
  if (verdict === 'allow') return `Ready: use ${GATE_TITLES[gate]} to move it on.`;
  if (verdict === 'warn') return `Ready, with a reason on record: use ${GATE_TITLES[gate]} to move it on.`;
  const unknowns = missing.filter(({ state }) => state === 'unknown').length;
  if (unknowns === missing.length) return 'This could not be checked. Nothing was changed; try again.';
  const waiting = missing.every(({ remedy }) => remedy?.do === 'approve');
  const things = missing.length === 1 ? '1 thing' : `${String(missing.length)} things`;
  if (waiting)
    return `Waiting for ${missing.length === 1 ? '1 approval' : `${String(missing.length)} approvals`} before this can be ${PASSED[gate]}.`;
  return `Blocked: ${things} before this can be ${PASSED[gate]}.`;
}
