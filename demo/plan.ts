import { PEOPLE } from './people';
import type { FieldInput } from './visitor';

export const UPGRADE_SUMMARY = 'Upgrade the payment database to PostgreSQL 17';

/** No policy of this site comes with maintenance windows, so a change that is asked for one says why it does without. */
export const OUTSIDE_WINDOWS = 'There is no calendar of maintenance windows yet; the evening is agreed with the shops.';

/** A complete normal change, without the rollback plan that somebody forgot. */
export const UPGRADE_WITHOUT_ROLLBACK: FieldInput = {
  Summary: UPGRADE_SUMMARY,
  'Change type': 'Normal',
  'Risk level': 'Medium',
  Description:
    'Upgrade the primary and the replica of the payment database from PostgreSQL 15 to 17.\nThe replica goes first.',
  'Business justification': 'PostgreSQL 15 leaves support next year; 17 halves the vacuum time of the ledger table.',
  'Impact analysis': 'Card payments are read-only for about ten minutes while the primary is promoted.',
  'Planned start': '2026-03-07T21:00:00.000+0000',
  'Planned end': '2026-03-08T01:00:00.000+0000',
  'Test plan': 'Restore last night’s backup into staging, upgrade it, run the payment suite twice.',
  Tester: PEOPLE.ivo,
  'Deviation reason': OUTSIDE_WINDOWS,
};

export const ROLLBACK: FieldInput = {
  'Rollback steps':
    '1. Stop writes.\n2. Promote the old replica, which stays on 15 until Monday.\n3. Point the services back with the connection switch.',
  'Rollback owner': PEOPLE.ivo,
  'Rollback trigger': 'Replication lag above 60 s, or any payment error after the switch.',
};

/** What an IT Administrator writes about it in the end, before closing it: on the screen of a transition Jira names no writer. */
export const COMPLETION: FieldInput = {
  Outcome: 'Successful',
  Verification: 'Payments flow, replication lag is below one second, dashboards are green.',
};
