import { describe, expect, it } from '@jest/globals';
import { reviewTrace } from '../../../src/domain/aftermath/review-trace';
import type { TraceStep } from '../../../src/domain/aftermath/change-trace';
import type { Gate, Stage } from '../../../src/domain/change/lifecycle';
import { minute } from '../../builders/votes';
import { statusOf } from '../../fakes/fake-aftermath';
import { ELSEWHERE, PROJECT, stepTo, traceWith, trailWith, verdictFor, WATCHED } from './traces';

const SUBMIT = stepTo(5, 'draft', 'assessment');
const SUBMITTABLE = verdictFor(5, 'submit', 'draft', 'assessment');
const toElsewhere = { from: PROJECT, to: ELSEWHERE };

function kinds(steps: readonly TraceStep[], trail = trailWith([])): readonly string[] {
  return reviewTrace(traceWith(steps), trail, WATCHED).map(({ event }) => event.kind);
}

describe('a move between two stages', () => {
  it('with a verdict is a gate that was passed, on record with the verdict and under the name of the move', () => {
    expect(reviewTrace(traceWith([SUBMIT]), trailWith([SUBMITTABLE]), WATCHED)).toEqual([
      {
        actionId: 'gate:10001:move-5',
        historyId: 'move-5',
        happenedAt: minute(5),
        by: 'account-owner',
        used: SUBMITTABLE,
        event: {
          kind: 'gate-passed',
          change: { id: '10001', key: 'CHG-1' },
          gate: 'submit',
          moveId: 'move-5',
          movedAt: minute(5),
          from: 'draft',
          to: 'assessment',
          verdict: {
            verdict: 'allow',
            at: minute(5),
            evaluationDigest: 'b'.repeat(64),
            policyHash: 'a'.repeat(64),
            fingerprint: 'c'.repeat(64),
          },
        },
      },
    ]);
  });

  it('without a verdict went around the gate, and says between which stages', () => {
    const [found] = reviewTrace(traceWith([SUBMIT]), trailWith([]), WATCHED);
    expect(found).toMatchObject({
      actionId: 'gate:10001:move-5',
      used: null,
      event: { kind: 'gate-bypassed', gate: 'submit', from: 'draft', to: 'assessment' },
    });
  });

  it('is put down to the app where Jira does not say who made it', () => {
    const [found] = reviewTrace(traceWith([{ ...SUBMIT, by: null }]), trailWith([]), WATCHED);
    expect(found?.by).toBe('app');
  });

  it.each([
    ['two minutes before', 3, 'gate-passed'],
    ['more than two minutes before', 2, 'gate-bypassed'],
    ['a minute after', 6, 'gate-bypassed'],
  ])('is matched with a verdict given shortly before: %s', (_, at, kind) => {
    expect(kinds([SUBMIT], trailWith([verdictFor(at, 'submit', 'draft', 'assessment')]))).toEqual([kind]);
  });

  it.each([
    ['from another status', verdictFor(5, 'submit', 'approved', 'assessment')],
    ['to another status', verdictFor(5, 'submit', 'draft', 'approved')],
    ['that another move was made with', { ...SUBMITTABLE, moveId: 'move-4' }],
    ['of another gate where Jira did not say which way', verdictFor(5, 'close', null, null, { from: null, to: null })],
    ['of a gate that leads elsewhere', verdictFor(5, 'authorize', 'draft', 'assessment')],
  ])('is not matched with a verdict %s', (_, verdict) => {
    expect(kinds([SUBMIT], trailWith([verdict]))).toEqual(['gate-bypassed']);
  });

  it.each<[Gate, Stage, Stage, string]>([
    ['submit', 'approved', 'implementing', 'gate-bypassed'],
    ['submit', 'draft', 'closed', 'gate-bypassed'],
    ['implement', 'draft', 'implementing', 'gate-passed'],
    ['authorize', 'draft', 'approved', 'gate-passed'],
  ])('with a verdict of the gate %s goes from %s to %s: %s', (gate, from, to, kind) => {
    expect(kinds([stepTo(5, from, to)], trailWith([verdictFor(5, gate, from, to)], ['created']))).toEqual([kind]);
  });

  it('is matched by the gate where Jira did not say which way', () => {
    expect(kinds([SUBMIT], trailWith([{ ...SUBMITTABLE, from: null, to: null }]))).toEqual(['gate-passed']);
  });

  it('is matched by the stage that the gate leads into where the workflow has ways of its own, and Jira did not say which', () => {
    const unsaid = verdictFor(5, 'authorize', null, null, { from: null, to: null });
    expect(kinds([stepTo(5, 'draft', 'approved')], trailWith([unsaid]))).toEqual(['gate-passed']);
    expect(kinds([stepTo(5, 'draft', 'closed')], trailWith([unsaid]))).toEqual(['gate-bypassed']);
    expect(kinds([stepTo(5, 'implementing', 'cancelled')], trailWith([unsaid], ['created']))).toEqual([]);
  });

  it('does not make one verdict good for two moves', () => {
    const back = stepTo(5, 'assessment', 'draft', { id: 'back' });
    const again = stepTo(6, 'draft', 'assessment');
    expect(kinds([SUBMIT, back, again], trailWith([SUBMITTABLE]))).toEqual(['gate-passed', 'gate-bypassed']);
  });

  it.each<[Stage | null, Stage | null]>([
    ['assessment', 'draft'],
    ['assessment', 'rejected'],
    ['approved', 'cancelled'],
    ['implementing', 'rolled-back'],
    ['verification', 'implementing'],
    ['closed', 'verification'],
    ['implementing', null],
  ])('needs no verdict on a way out or back: %s to %s', (from, to) => {
    expect(kinds([stepTo(5, from, to)], trailWith([], ['created']))).toEqual([]);
  });

  it.each<[Stage | null, Stage]>([
    ['draft', 'closed'],
    ['assessment', 'implementing'],
    ['rejected', 'approved'],
    ['rolled-back', 'closed'],
    [null, 'verification'],
  ])('needs a verdict also where the workflow of governed projects has no such way: %s to %s', (from, to) => {
    expect(kinds([stepTo(5, from, to)], trailWith([], ['created']))).toEqual(['gate-bypassed']);
  });

  it('is not looked at again once it is settled', () => {
    expect(kinds([SUBMIT], trailWith([], ['move-5']))).toEqual([]);
  });

  it('from before the project came under change control is nobody’s business', () => {
    const since = new Map([[PROJECT, minute(6)]]);
    expect(reviewTrace(traceWith([SUBMIT]), trailWith([]), since)).toEqual([]);
    expect(reviewTrace(traceWith([SUBMIT]), trailWith([]), new Map())).toEqual([]);
  });
});

describe('how a change came under change control', () => {
  it.each<[Stage, boolean]>([
    ['draft', false],
    ['cancelled', false],
    ['rejected', false],
    ['assessment', true],
    ['rolled-back', true],
    ['closed', true],
  ])('is told where it was created in %s: %s', (stage, told) => {
    const found = reviewTrace(traceWith([], { status: statusOf(stage) }), trailWith([]), WATCHED);
    expect(found.map(({ actionId, event }) => [actionId, event])).toEqual(
      told
        ? [
            [
              'skipped:10001:created',
              {
                kind: 'gates-skipped',
                change: { id: '10001', key: 'CHG-1' },
                how: 'created',
                stage,
                arrivedAt: minute(0),
              },
            ],
          ]
        : [],
    );
  });

  it('is where it began, not where it is now', () => {
    expect(kinds([SUBMIT], trailWith([SUBMITTABLE]))).toEqual(['gate-passed']);
  });

  it('is told of something that became a change request in a later stage', () => {
    const type = { from: false, to: true };
    const done = stepTo(5, null, 'closed', { type });
    expect(reviewTrace(traceWith([done]), trailWith([]), WATCHED)).toMatchObject([
      { event: { kind: 'gates-skipped', how: 'turned-into-one', stage: 'closed' } },
    ]);
    expect(kinds([stepTo(5, null, 'draft', { type })])).toEqual([]);
  });

  it('is told of a change that was moved in from a project without gates', () => {
    const arrival = stepTo(5, 'draft', 'approved', { project: { from: ELSEWHERE, to: PROJECT } });
    expect(reviewTrace(traceWith([arrival]), trailWith([]), WATCHED)).toMatchObject([
      { event: { kind: 'gates-skipped', how: 'moved-in', stage: 'approved' } },
    ]);
  });

  it('leaves what it did as something else alone', () => {
    const asTask = stepTo(4, null, 'closed', { id: 'as-task' });
    const turned = stepTo(5, 'closed', 'draft', { type: { from: false, to: true } });
    expect(kinds([asTask, turned])).toEqual([]);
  });
});

describe('how a change left', () => {
  it.each([
    ['moved', { project: toElsewhere }],
    ['retyped', { type: { from: true, to: false } }],
  ])('is told of one that was %s while it was under way', (how, rest) => {
    const leaving = stepTo(6, 'assessment', 'assessment', { ...rest, status: null });
    const trace = traceWith([SUBMIT, leaving], how === 'moved' ? { projectId: ELSEWHERE } : { isChangeRequest: false });
    expect(reviewTrace(trace, trailWith([SUBMITTABLE]), WATCHED).at(-1)).toMatchObject({
      actionId: 'left:10001:move-6',
      event: { kind: 'change-left', how, leftAt: minute(6) },
    });
  });

  it.each([{ project: toElsewhere }, { type: { from: true, to: false } }])('is not told of a draft: %j', (rest) => {
    expect(kinds([stepTo(6, 'draft', 'draft', { ...rest, status: null })])).toEqual([]);
  });

  it('is told once, also of one that came back', () => {
    const away = stepTo(6, 'assessment', null, { type: { from: true, to: false } });
    const back = stepTo(7, null, 'closed', { type: { from: false, to: true } });
    expect(kinds([SUBMIT, away, back], trailWith([SUBMITTABLE]))).toEqual([
      'gate-passed',
      'change-left',
      'gates-skipped',
    ]);
  });
});
