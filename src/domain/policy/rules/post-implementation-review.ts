import { unknown } from '../../change/change-facts';
import type { Finding } from '../evaluation';
import { filledText } from '../filled-text';
import { notKnown } from '../not-known';
import type { RuleContext, RuleKind } from '../rule';
import { findField } from './required-fields';

/**
 * The review is written. Where a meeting is asked for, it was held: at a time that is not still to come, and not before the
 * implementation began.
 */
export const postImplementationReview: RuleKind<'post-implementation-review'> = {
  kind: 'post-implementation-review',
  evaluate: (rule, context) => {
    const review = findField(context.facts, 'postImplementationReview');
    return rule.meeting ? [review, findMeeting(context)] : [review];
  },
  needs: (rule) => (rule.meeting ? { milestones: true } : {}),
};

function findMeeting({ facts, instant }: RuleContext): Finding {
  const at = filledText(facts, 'reviewMeeting');
  if (typeof at !== 'string') return at;
  const notHeld = { code: 'review-meeting-not-held', at } as const;
  if (at > instant) return { met: 'no', reason: notHeld, remedy: { do: 'wait', until: at } };
  const milestones = facts.milestones ?? unknown('not-looked-up', 'milestones');
  if (milestones.state === 'unknown') return notKnown({ code: 'milestones-unknown', cause: milestones.cause });
  const { implementedFrom } = milestones.value;
  if (implementedFrom !== null && at < implementedFrom) {
    return { met: 'no', reason: notHeld, remedy: { do: 'fill-field', field: 'reviewMeeting' } };
  }
  return { met: 'yes', reason: { code: 'review-meeting-held', at } };
}
