import { z } from 'zod';
import { accountId, duty, fieldId } from '../stored-parts';
import { cause, coded, duties, dutyOrRoles, roles } from './coded';

export const peopleReasons = [
  coded('requesters-unknown', { cause }),
  coded('duties-separate', { duties }),
  coded('duties-not-separate', { duties, by: accountId }),
  coded('vote-left-out', { by: accountId, duty }),
  coded('same-person', { duties, by: accountId }),
  coded('not-same-person', { duties, by: accountId }),
  coded('duty-open', { duty }),
  coded('duty-unknown', { duty, cause }),
  coded('role-held', { duty, by: accountId, role: z.string() }),
  coded('role-not-held', { duty, by: accountId, roles }),
  coded('left-to-jira', { duty }),
  coded('roles-unknown', { by: accountId, cause }),
  coded('written-by', { field: fieldId, by: accountId }),
  coded('written-by-other', { field: fieldId, by: accountId, wanted: dutyOrRoles }),
  coded('author-unknown', { field: fieldId, cause }),
] as const;
