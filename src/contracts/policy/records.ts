import { z } from 'zod';
import { CLOCK_STARTS, type PolicyClock } from '../../domain/obligation/policy-clock';
import type { Notification, Records } from '../../domain/policy/policy';
import { clockDuration } from './calendar';
import { condition } from './condition';
import { count, name, names, someNames } from './parts';
import type { PolicyForm } from './policy-form';
import { byForm, isObject } from './shape-choice';

const EVENTS = ['submitted', 'approved', 'expedited', 'implemented', 'closed'] as const;

function notification(form: PolicyForm): z.ZodType<Notification> {
  return z.strictObject({
    clauses: form.or(names, []).describe('Ids of the clauses that ask for it.'),
    on: z.enum(EVENTS).describe('What has happened to the change.'),
    tell: someNames.describe('Ids of the roles whose holders are told.'),
    when: condition.exactOptional().describe('For which changes; left out: for all.'),
  });
}

const retention = byForm<Records['retentionMonths']>(
  [
    isObject,
    z
      .strictObject({ answer: name.describe('Id of a question of kind `months`.') })
      .describe('As the owner of the policy answers that question.'),
  ],
  [() => true, count(1_200).nullable()],
);

export function records(form: PolicyForm): z.ZodType<Records> {
  return z.strictObject({
    retentionMonths: form
      .or(retention, null)
      .describe('For how many months records are kept; `null` where the document does not say.'),
    legalHold: form.or(z.boolean(), false).describe('`true`: nothing may be deleted, however old it is.'),
    notifications: form
      .or(z.array(notification(form)).max(200), [])
      .describe('Who is told when, besides the people that Jira tells.'),
  });
}

export function clock(form: PolicyForm): z.ZodType<PolicyClock> {
  return z.strictObject({
    id: name.describe('A name for the clock that no other clock has.'),
    title: name.describe('What must be done, in a few words.'),
    clauses: form.or(names, []).describe('Ids of the clauses that ask for it.'),
    from: z
      .enum(CLOCK_STARTS)
      .describe(
        'What starts it: the change was created; its implementation began, or ended; or the next review of the policy itself is due.',
      ),
    within: clockDuration.describe('How long it runs.'),
    when: condition.exactOptional().describe('For which changes; left out: for all.'),
    doneWhenFilled: someNames
      .exactOptional()
      .describe(
        'Ids of fields: it is done when all are filled in. Left out: when the change is closed, or the policy reviewed.',
      ),
  });
}
