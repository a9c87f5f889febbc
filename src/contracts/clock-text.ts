import type { ClockStart, PolicyClock } from '../domain/obligation/policy-clock';
import type { Policy } from '../domain/policy/policy';
import { fieldTitle } from './field-titles';
import { conditionText } from './wording/condition-text';
import { durationText } from './wording/duration-text';
import { list } from './wording/lists';

const STARTS: Readonly<Record<ClockStart, string>> = {
  created: 'the change was created',
  'implementation-start': 'the implementation began',
  'implementation-end': 'the implementation ended',
  'policy-review': 'the review of the policy is due',
};

/** What a clock does: "Reminds: Document the emergency, within 24 hours after the implementation began. Done when …" */
export function clockText(clock: PolicyClock, policy: Policy): string {
  const when = clock.when === undefined ? '' : `, when ${conditionText(clock.when, policy)}`;
  return `Reminds: ${clock.title}, ${clockTerm(clock)}${when}. Done when ${doneText(clock, policy)}.`;
}

/** How long a clock runs, and from when: "within 24 hours after the implementation began". */
export function clockTerm({ within, from }: Pick<PolicyClock, 'within' | 'from'>): string {
  const term = Object.values(within).some((length) => length > 0)
    ? `within ${durationText(within)} after`
    : 'as soon as';
  return `${term} ${STARTS[from]}`;
}

function doneText({ doneWhenFilled, from }: PolicyClock, policy: Policy): string {
  if (doneWhenFilled !== undefined) {
    const titles = doneWhenFilled.map((field) => fieldTitle(policy, field));
    return `${list(titles)} ${titles.length === 1 ? 'is' : 'are'} filled in`;
  }
  return from === 'policy-review' ? 'the policy was reviewed' : 'the change is closed';
}
