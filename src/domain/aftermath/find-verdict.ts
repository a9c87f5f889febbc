import { gateBetween, isGated, leadsInto } from './gated-way';
import type { TraceStep } from './change-trace';
import type { GateVerdict } from './gate-verdict';

/** A validator has 25 seconds, others may run after it, and two clocks are never quite the same. */
const MOST_BEFORE_MS = 120_000;
const MOST_AFTER_MS = 30_000;

/**
 * The verdict with which a move was made: for the same two statuses, of a gate that lets a change into the stage where it
 * went, given shortly before, and with which no other move was made; the latest of several. Undefined where there is none:
 * a weaker gate that somebody put on the transition says nothing.
 */
export function findVerdict(
  verdicts: readonly GateVerdict[],
  { at, status }: Pick<TraceStep, 'at' | 'status'>,
): GateVerdict | undefined {
  if (status === null) return undefined;
  const [from, to] = [status.from.stage, status.to.stage];
  const gate = gateBetween(from, to);
  const isOfStages = ({ gate: given }: GateVerdict): boolean =>
    gate === null ? isGated(from, to) && leadsInto(given, to) : given === gate;
  return verdicts.findLast((verdict) => {
    const before = Date.parse(at) - Date.parse(verdict.at);
    const isSameWay =
      verdict.from === null || verdict.to === null
        ? isOfStages(verdict)
        : verdict.from === status.from.id && verdict.to === status.to.id && leadsInto(verdict.gate, to);
    return verdict.moveId === null && isSameWay && before <= MOST_BEFORE_MS && before >= -MOST_AFTER_MS;
  });
}
