import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reviewTrace } from '../../../src/domain/aftermath/review-trace';
import type { TraceStep } from '../../../src/domain/aftermath/change-trace';
import { withSettled, withVerdict, type GateTrail } from '../../../src/domain/aftermath/gate-verdict';
import type { Stage } from '../../../src/domain/change/lifecycle';
import { GOVERNED_TRANSITIONS } from '../../../src/domain/provisioning/governed-workflow';
import { stepTo, traceWith, trailWith, verdictFor, WATCHED } from './traces';

interface Life {
  readonly steps: readonly TraceStep[];
  readonly trail: GateTrail;
}

/** A change that takes the transitions of the workflow in some order, each with the verdict of its gate. */
function liveBy(choices: readonly { readonly pick: number; readonly refused: boolean; readonly late: number }[]): Life {
  let stage: Stage = 'draft';
  let trail = trailWith([]);
  const steps: TraceStep[] = [];
  choices.forEach(({ pick, refused, late }, index) => {
    const ways = GOVERNED_TRANSITIONS.filter(({ from }) => from.includes(stage));
    const way = ways[pick % Math.max(1, ways.length)];
    if (way === undefined) return;
    const step = stepTo(index + 1, stage, way.to);
    const at = new Date(Date.parse(step.at) - late * 1000).toISOString();
    const verdict = way.gate && { ...verdictFor(0, way.gate, stage, way.to), at };
    if (verdict) trail = withVerdict(trail, verdict);
    // Another validator refused: there is a verdict, and no move.
    if (refused) return;
    steps.push(step);
    stage = way.to;
  });
  return { steps, trail };
}

const life = fc
  .array(fc.record({ pick: fc.nat(9), refused: fc.boolean(), late: fc.integer({ min: -5, max: 40 }) }), {
    maxLength: 40,
  })
  .map(liveBy);

describe('a change that keeps to the way', () => {
  it('never raises an alarm, whatever its way, however often it is refused, and however late it moves', () => {
    fc.assert(
      fc.property(life, ({ steps, trail }) => {
        const found = reviewTrace(traceWith(steps), trail, WATCHED);
        expect(found.filter(({ event }) => event.kind !== 'gate-passed')).toEqual([]);
      }),
    );
  });

  it('has nothing left to settle once each gate that it passed is settled', () => {
    fc.assert(
      fc.property(life, ({ steps, trail }) => {
        const found = reviewTrace(traceWith(steps), trail, WATCHED);
        const settled = found.reduce((before, { historyId, used }) => withSettled(before, historyId, used), trail);
        expect(reviewTrace(traceWith(steps), settled, WATCHED)).toEqual([]);
        expect(settled.verdicts.filter(({ moveId }) => moveId !== null)).toHaveLength(found.length);
      }),
    );
  });

  it('raises one alarm as soon as one of its verdicts is missing', () => {
    fc.assert(
      fc.property(life, fc.nat(), ({ steps, trail }, which) => {
        const passed = reviewTrace(traceWith(steps), trail, WATCHED);
        fc.pre(passed.length > 0);
        const lost = passed[which % passed.length]?.used;
        const verdicts = trail.verdicts.filter((verdict) => {
          if (verdict.from !== lost?.from || verdict.to !== lost.to) return true;
          return Math.abs(Date.parse(verdict.at) - Date.parse(lost.at)) > 4 * 60_000;
        });
        const found = reviewTrace(traceWith(steps), { ...trail, verdicts }, WATCHED);
        expect(found.map(({ event }) => event.kind)).toContain('gate-bypassed');
      }),
    );
  });
});
