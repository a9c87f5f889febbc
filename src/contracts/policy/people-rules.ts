import { z } from 'zod';
import { gate, hours } from './parts';
import { notice } from './calendar';
import type { PolicyForm } from './policy-form';
import { requirement } from './requirement';
import { duty, dutyPairs, kind, roleIds } from './rule-base';
import { byForm, isText } from './shape-choice';

const veto = byForm<'nobody' | string[]>(
  [
    isText,
    z.literal('nobody', 'Write "nobody", or a list of roles.').describe('A decline only withholds an approval.'),
  ],
  [() => true, roleIds.describe('Ids of the roles whose decline stops the change.')],
);

const yes = z.boolean().exactOptional();

/** Rules about who approves, and who does what. */
export function peopleRules(form: PolicyForm) {
  return [
    kind(
      form,
      'approval',
      'The right people have approved the plan as it stands. Approvals are collected at one point and looked at again at every gate of the rule.',
      {
        point: gate.describe('The transition for which the approvals are given.'),
        requirement: requirement.describe('Whose approval is needed.'),
        veto: veto.exactOptional().describe('Whose decline stops the change; left out: that of anybody who is asked.'),
        wait: notice.exactOptional().describe('How long it must have been approved before the gate opens.'),
        expiresAfterHours: hours
          .exactOptional()
          .describe('An approval counts for so many hours; a decline until it is taken back.'),
        humansOnly: yes.describe(
          '`true`: an approval counts only from an account that is known to belong to a person.',
        ),
        distinctPeople: yes.describe(
          '`true`: nobody fills two places of the requirement, not even as a deputy. Left out, one vote of somebody with two roles, or of a deputy who holds the role as well, fills both.',
        ),
      },
    ),
    kind(
      form,
      'separate-duties',
      'Nobody has both duties of a pair. An approval by somebody who has the other duty does not count.',
      {
        pairs: dutyPairs.describe('Pairs of duties: `[[requester, approver]]`.'),
      },
    ),
    kind(form, 'same-person', 'The same person has both duties of a pair.', {
      pairs: dutyPairs.describe('Pairs of duties: `[[approver, verifier]]`.'),
    }),
    kind(form, 'who-may', 'Whoever has the duty holds one of these roles at that moment.', {
      duty: duty.describe('The duty.'),
      roles: roleIds.describe('Ids of roles.'),
    }),
  ] as const;
}
