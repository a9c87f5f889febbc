import { z } from 'zod';
import { notice } from './calendar';
import { someNames } from './parts';
import type { PolicyForm } from './policy-form';
import { kind } from './rule-base';

/** Rules about when a change is made. */
export function calendarRules(form: PolicyForm) {
  return [
    kind(
      form,
      'outside-freezes',
      'The planned time touches no freeze window, unless an exemption from it was granted.',
      {
        freezes: z
          .array(z.enum(['hard', 'soft']))
          .min(1)
          .max(2)
          .describe('Which freezes it looks at.'),
      },
    ),
    kind(form, 'in-maintenance-window', 'The whole of the planned time lies in maintenance windows.', {}),
    kind(form, 'notice', 'The planned start is at least so long after the moment of the transition.', {
      notice: notice.describe('How long.'),
    }),
    kind(form, 'no-overlap', 'No other change is planned on the same services at the same time.', {}),
  ] as const;
}

/** Rules about which way a change takes. */
export function processRules(form: PolicyForm) {
  return [
    kind(form, 'allowed-types', 'Only changes of these types pass at all.', {
      types: someNames.describe('Change types.'),
    }),
    kind(form, 'standard-catalogue', 'The change names an entry of `standardChanges` that may be used now.', {}),
    kind(form, 'emergency-path', 'Only an emergency passes, and only where the policy has a way for emergencies.', {}),
    kind(form, 'exception-granted', 'An exception that the change asks for was granted by whoever may grant it.', {}),
  ] as const;
}
