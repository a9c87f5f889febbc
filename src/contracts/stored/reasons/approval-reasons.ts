import { z } from 'zod';
import { accountId, fieldId, instant } from '../stored-parts';
import { cause, coded, roles } from './coded';

const role = z.string();
const howMany = z.number().int().nonnegative();

export const approvalReasons = [
  coded('all-of', {}),
  coded('any-of', {}),
  coded('at-least', { needed: howMany, have: howMany }),
  coded('enough-of-role', { role, needed: howMany, have: howMany, percent: z.number().exactOptional() }),
  coded('role-size-unknown', { role, cause }),
  coded('approved', { role, by: accountId, at: instant, for: accountId.exactOptional() }),
  coded('approval-missing', { role }),
  coded('approval-void', { role, by: accountId, at: instant, edited: z.array(fieldId) }),
  coded('approval-expired', { role, by: accountId, at: instant, until: instant }),
  coded('approval-out-of-order', { role, after: roles }),
  coded('different-people-needed', {}),
  coded('waiting-period', { since: instant, until: instant }),
  coded('waiting-period-over', { since: instant, until: instant }),
  coded('declined', { by: accountId, at: instant, roles }),
  coded('votes-unknown', { cause }),
] as const;
