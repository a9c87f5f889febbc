import type { ChangeFacts, UnknownCause } from '../change/change-facts';
import type { AccountId } from '../change/identity';
import type { Remedy } from '../reason';
import type { Duty } from './duty';
import type { Finding } from './evaluation';
import { notKnown } from './not-known';

/** The duties for which a change names somebody in a field of that name. */
const IN_A_FIELD: readonly Duty[] = ['implementer', 'tester', 'verifier'];

export function dutyUnknown(duty: Duty, cause: UnknownCause): Finding {
  return notKnown(duty === 'requester' ? { code: 'requesters-unknown', cause } : { code: 'duty-unknown', duty, cause });
}

/**
 * What there is to say of the closer, where Jira does not tell the app who that is and checks the rule itself. The app
 * does not decide what it cannot know, and no change is stopped for it.
 * @returns undefined where the rule is for the app to decide.
 */
export function leftToJira(
  duties: readonly Duty[],
  ruleId: string,
  { actor, guarded = [] }: Pick<ChangeFacts, 'actor' | 'guarded'>,
): Finding | undefined {
  // Who approved is kept by the app: no rule of Jira compares anybody with them.
  if (actor?.state === 'known' || !duties.includes('closer') || duties.includes('approver')) return undefined;
  return guarded.includes(ruleId) ? { met: 'yes', reason: { code: 'left-to-jira', duty: 'closer' } } : undefined;
}

/** Nobody has the duty yet. */
export function dutyOpen(duty: Duty, remedy: Remedy): Finding {
  return { met: 'no', reason: { code: 'duty-open', duty }, remedy };
}

/** Of two duties the one that is easier given to somebody else: a field can be edited, a vote can be cast by others. */
export function dutyToReassign(one: Duty, other: Duty): Duty {
  if (IN_A_FIELD.includes(other)) return other;
  if (IN_A_FIELD.includes(one)) return one;
  return other === 'requester' ? one : other;
}

/** What to do so that somebody has a duty: fill in its field, or have a holder of one of the roles take it. */
export function remedyForOpen(duty: Duty, roles: readonly string[]): Remedy {
  return IN_A_FIELD.includes(duty) ? { do: 'fill-field', field: duty } : { do: 'name-holder', duty, roles };
}

/** People who are in both lists, in the order of the first. */
export function inBoth(one: readonly AccountId[], other: readonly AccountId[]): readonly AccountId[] {
  return one.filter((person) => other.includes(person));
}
