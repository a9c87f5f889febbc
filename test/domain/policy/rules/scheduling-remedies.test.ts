import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FreezeWindow } from '../../../../src/domain/calendar/calendar-window';
import type { Interval } from '../../../../src/domain/calendar/interval';
import { known } from '../../../../src/domain/change/change-facts';
import type { Finding } from '../../../../src/domain/policy/evaluation';
import { inMaintenanceWindow } from '../../../../src/domain/policy/rules/in-maintenance-window';
import { noOverlap } from '../../../../src/domain/policy/rules/no-overlap';
import { notice } from '../../../../src/domain/policy/rules/notice';
import { outsideFreezes } from '../../../../src/domain/policy/rules/outside-freezes';
import { fixedSeed } from '../../../builders/fixed-seed';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';
import { freeze, maintenance } from '../../../builders/windows';

/** So many hours after midnight of 3 March 2026, in UTC. */
function hour(count: number): string {
  return new Date(Date.UTC(2026, 2, 3, count)).toISOString();
}

function intervalOf([start, length]: readonly [number, number]): Interval {
  return { from: hour(start), until: hour(start + length) };
}

const interval = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })).map(intervalOf);
const intervals = fc.array(interval, { maxLength: 8 });

/** The plan as the remedy of an unmet finding says: later, and as long as before. */
function replanned(planned: Interval, findings: readonly Finding[]): Interval | undefined {
  const remedy = findings.find(({ met }) => met === 'no')?.remedy;
  const from = remedy?.do === 'plan-after' ? remedy.instant : remedy?.do === 'plan-in-window' ? remedy.from : undefined;
  if (from === undefined) return undefined;
  const length = Date.parse(planned.until) - Date.parse(planned.from);
  return { from, until: new Date(Date.parse(from) + length).toISOString() };
}

/** Whoever does what the first remedy says meets the rule. */
function isRemedied(planned: Interval, find: (planned: Interval) => readonly Finding[]): void {
  const better = replanned(planned, find(planned));
  if (better !== undefined) expect(find(better).map(({ met }) => met)).toEqual(['yes']);
}

const planOf = ({ from, until }: Interval) => ({ plannedStart: from, plannedEnd: until });

describe('whoever plans as a scheduling rule says', () => {
  it('is outside the freezes', () => {
    const rule = { ...AT_AUTHORIZE, id: 'freezes', kind: 'outside-freezes', freezes: ['hard'] } as const;
    fc.assert(
      fc.property(interval, intervals, (planned, frozen) => {
        const windows = frozen.map((time): FreezeWindow => freeze({ interval: time }));
        isRemedied(planned, (plan) =>
          outsideFreezes.evaluate(
            rule,
            ruleContext({ policy: { calendar: { windows } }, facts: { fields: planOf(plan) } }),
          ),
        );
      }),
      fixedSeed(),
    );
  });

  it('is in a maintenance window', () => {
    const rule = { ...AT_AUTHORIZE, id: 'window', kind: 'in-maintenance-window' } as const;
    fc.assert(
      fc.property(interval, intervals, (planned, open) => {
        const windows = open.map((time) => maintenance({ interval: time }));
        isRemedied(planned, (plan) =>
          inMaintenanceWindow.evaluate(
            rule,
            ruleContext({ policy: { calendar: { windows } }, facts: { fields: planOf(plan) } }),
          ),
        );
      }),
      fixedSeed(),
    );
  });

  it('gives notice', () => {
    fc.assert(
      fc.property(interval, fc.integer({ min: 0, max: 72 }), (planned, hours) => {
        const rule = { ...AT_AUTHORIZE, id: 'notice', kind: 'notice', notice: { hours } } as const;
        isRemedied(planned, (plan) =>
          notice.evaluate(rule, ruleContext({ facts: { fields: planOf(plan) }, instant: hour(0) })),
        );
      }),
      fixedSeed(),
    );
  });

  it('overlaps no other change', () => {
    const rule = { ...AT_AUTHORIZE, id: 'overlap', kind: 'no-overlap' } as const;
    fc.assert(
      fc.property(interval, intervals, (planned, others) => {
        const plannedChanges = known(
          others.map((time, index) => ({ key: `CHG-${index + 2}`, services: ['Shop'], planned: time })),
        );
        isRemedied(planned, (plan) =>
          noOverlap.evaluate(
            rule,
            ruleContext({ facts: { plannedChanges, fields: { ...planOf(plan), services: ['Shop'] } } }),
          ),
        );
      }),
      fixedSeed(),
    );
  });
});
