import type { ChangeTrace, TraceStep } from '../../../src/domain/aftermath/change-trace';
import { emptyTrail, type GateTrail, type GateVerdict } from '../../../src/domain/aftermath/gate-verdict';
import type { Gate, Stage } from '../../../src/domain/change/lifecycle';
import { statusOf } from '../../fakes/fake-aftermath';
import { minute } from '../../builders/votes';

export const PROJECT = '10000';
export const ELSEWHERE = '20000';
/** The project is under change control since the first minute. */
export const WATCHED = new Map([[PROJECT, minute(0)]]);

/** A step in the given minute, from status to status; by default of nobody in particular. */
export function stepTo(number: number, from: Stage | null, to: Stage | null, rest: Partial<TraceStep> = {}): TraceStep {
  return {
    id: `move-${String(number)}`,
    at: minute(number),
    by: 'account-owner',
    status: { from: statusOf(from), to: statusOf(to) },
    project: null,
    type: null,
    ...rest,
  };
}

/** A change request of the project that was made in the first minute. */
export function traceWith(steps: readonly TraceStep[], rest: Partial<ChangeTrace> = {}): ChangeTrace {
  return {
    change: { id: '10001', key: 'CHG-1' },
    projectId: PROJECT,
    isChangeRequest: true,
    status: steps.findLast(({ status }) => status !== null)?.status?.to ?? statusOf('draft'),
    createdAt: minute(0),
    createdBy: 'account-owner',
    steps,
    ...rest,
  };
}

export function verdictFor(
  number: number,
  gate: Gate,
  from: Stage | null,
  to: Stage | null,
  rest: Partial<GateVerdict> = {},
): GateVerdict {
  return {
    gate,
    verdict: 'allow',
    at: minute(number),
    from: statusOf(from).id,
    to: statusOf(to).id,
    policyHash: 'a'.repeat(64),
    evaluationDigest: 'b'.repeat(64),
    fingerprint: 'c'.repeat(64),
    moveId: null,
    ...rest,
  };
}

export function trailWith(verdicts: readonly GateVerdict[], settled: readonly string[] = []): GateTrail {
  return { ...emptyTrail('10001'), verdicts, settled };
}
