import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import { postImplementationReview } from '../../../../src/domain/policy/rules/post-implementation-review';
import { unread, type FactsOverrides, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const BEGAN = '2026-03-03T20:00:00.000Z';
const NOW = '2026-03-06T09:00:00.000Z';
const REVIEW = 'The replica was slow at first; measure it before the next move.';

const written = { met: 'yes', reason: { code: 'field-filled', field: 'postImplementationReview' } };

function find(meeting: boolean, fields: FieldOverrides, facts: FactsOverrides = {}) {
  const rule = { ...AT_AUTHORIZE, id: 'review', kind: 'post-implementation-review', meeting } as const;
  const milestones = known({ createdAt: '2026-03-02T09:00:00.000Z', implementedFrom: BEGAN, implementedUntil: null });
  const context = ruleContext({ facts: { milestones, ...facts, fields }, gate: 'close', instant: NOW });
  return postImplementationReview.evaluate(rule, context);
}

/** What is found about the meeting of a change that was reviewed in writing. */
function findMeeting(reviewMeeting: FieldOverrides[string], facts?: FactsOverrides) {
  const [review, ...rest] = find(true, { postImplementationReview: REVIEW, reviewMeeting }, facts);
  expect(review).toEqual(written);
  return rest;
}

const notHeld = (at: string, remedy: object) => ({
  met: 'no',
  reason: { code: 'review-meeting-not-held', at },
  remedy,
});

describe('the post-implementation review', () => {
  it('is written', () => {
    expect(find(false, { postImplementationReview: REVIEW })).toEqual([written]);
  });

  it.each([null, ' '])('is asked for where it is %j', (postImplementationReview) => {
    expect(find(false, { postImplementationReview })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'postImplementationReview' },
        remedy: { do: 'fill-field', field: 'postImplementationReview' },
      },
    ]);
  });

  it('asks for both, the review and the meeting', () => {
    expect(find(true, {}).map(({ reason }) => reason)).toEqual([
      { code: 'field-empty', field: 'postImplementationReview' },
      { code: 'field-empty', field: 'reviewMeeting' },
    ]);
  });

  it('needs to know when the implementation began only for a meeting', () => {
    const rule = { ...AT_AUTHORIZE, id: 'review', kind: 'post-implementation-review' } as const;
    expect(postImplementationReview.needs?.({ ...rule, meeting: true })).toEqual({ milestones: true });
    expect(postImplementationReview.needs?.({ ...rule, meeting: false })).toEqual({});
  });
});

describe('the review meeting', () => {
  it.each([
    ['as the implementation begins', BEGAN],
    ['a day later', '2026-03-04T20:00:00.000Z'],
    ['as the gate is passed', NOW],
  ])('was held when it was %s', (_when, at) => {
    expect(findMeeting(at)).toEqual([{ met: 'yes', reason: { code: 'review-meeting-held', at } }]);
  });

  it.each(['2026-03-06T09:00:00.001Z', '2026-03-07T09:00:00.000Z'])('is still to come at %s', (at) => {
    expect(findMeeting(at)).toEqual([notHeld(at, { do: 'wait', until: at })]);
  });

  it.each(['2026-03-03T19:59:59.999Z', '2026-03-02T09:00:00.000Z'])(
    'was no review of the implementation at %s',
    (at) => {
      expect(findMeeting(at)).toEqual([notHeld(at, { do: 'fill-field', field: 'reviewMeeting' })]);
    },
  );

  it('is asked for where no time is given', () => {
    expect(findMeeting(null)).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'reviewMeeting' },
        remedy: { do: 'fill-field', field: 'reviewMeeting' },
      },
    ]);
  });

  it('is not known where its time could not be read', () => {
    expect(findMeeting(unread('Review meeting')).map(({ met }) => met)).toEqual(['unknown']);
  });

  it('is compared with no implementation where there was none', () => {
    const milestones = known({ createdAt: '2026-03-02T09:00:00.000Z', implementedFrom: null, implementedUntil: null });
    const at = '2026-03-02T10:00:00.000Z';
    expect(findMeeting(at, { milestones })).toEqual([{ met: 'yes', reason: { code: 'review-meeting-held', at } }]);
  });

  it('is not known to come after an implementation of which nobody knows when it began', () => {
    const history = unread('Jira did not answer');
    expect(findMeeting('2026-03-04T20:00:00.000Z', { milestones: history })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'milestones-unknown', cause: history.cause },
        remedy: { do: 'mend-lookup', cause: history.cause },
      },
    ]);
  });

  it('is still to come, whether or not it is known when the implementation began', () => {
    const at = '2026-03-07T09:00:00.000Z';
    expect(findMeeting(at, { milestones: unread('Jira did not answer') })).toEqual([
      notHeld(at, { do: 'wait', until: at }),
    ]);
  });

  it('is not known where nobody looked when the implementation began', () => {
    const cause = { code: 'not-looked-up', detail: 'milestones' };
    const rule = { ...AT_AUTHORIZE, id: 'review', kind: 'post-implementation-review', meeting: true } as const;
    const fields = { postImplementationReview: REVIEW, reviewMeeting: '2026-03-04T20:00:00.000Z' };
    const context = ruleContext({ facts: { fields }, gate: 'close', instant: NOW });
    expect(postImplementationReview.evaluate(rule, context)[1]).toEqual({
      met: 'unknown',
      reason: { code: 'milestones-unknown', cause },
      remedy: { do: 'mend-lookup', cause },
    });
  });
});
