import { dutyOpen, dutyToReassign, dutyUnknown, inBoth, leftToJira } from '../duty-findings';
import { dutyHolders, peopleOf } from '../duty-holders';
import type { Duty, DutyPair } from '../duty';
import type { Finding } from '../evaluation';
import type { RuleContext, RuleKind } from '../rule';

/**
 * Somebody has both duties of a pair: where several people share one of them, one of these is enough. So the verifier is
 * one of those whose approval stands, not just anybody who might have approved.
 */
export const samePerson: RuleKind<'same-person'> = {
  kind: 'same-person',
  evaluate: (rule, context) =>
    rule.pairs.flatMap((pair) => {
      const left = leftToJira(pair, rule.id, context.facts);
      return left === undefined ? findSamePerson(pair, context) : [left];
    }),
};

function findSamePerson(duties: DutyPair, context: RuleContext): readonly Finding[] {
  const [one, other] = duties;
  const open = [...findOpen(one, other, context), ...findOpen(other, one, context)];
  if (open.length > 0) return open;
  const ofOne = dutyHolders(one, context);
  const ofOther = dutyHolders(other, context);
  if (ofOne.state === 'unknown') return [dutyUnknown(one, ofOne.cause)];
  if (ofOther.state === 'unknown') return [dutyUnknown(other, ofOther.cause)];
  const [both] = inBoth(ofOne.value, ofOther.value);
  if (both !== undefined) return [{ met: 'yes', reason: { code: 'same-person', duties, by: both } }];
  const duty = dutyToReassign(one, other);
  const [wrong, right] = duty === one ? [ofOne.value, ofOther.value] : [ofOther.value, ofOne.value];
  return wrong.map((by) => ({
    met: 'no',
    reason: { code: 'not-same-person', duties, by },
    remedy: { do: 'name-person', duty, by: right },
  }));
}

/** Nobody has a duty that is to be in the same hands as another: whoever has that one can take it. */
function findOpen(duty: Duty, other: Duty, context: RuleContext): readonly Finding[] {
  const holders = dutyHolders(duty, context);
  if (holders.state === 'unknown' || holders.value.length > 0) return [];
  return [dutyOpen(duty, { do: 'name-person', duty, by: peopleOf(other, context) })];
}
