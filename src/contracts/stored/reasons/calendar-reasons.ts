import { z } from 'zod';
import { SCHEDULING_RULES } from '../../../domain/policy/policy';
import { accountId, instant } from '../stored-parts';
import { cause, coded } from './coded';

const window = z.string();

export const calendarReasons = [
  coded('calendar-unknown', { cause }),
  coded('interval-reversed', { from: instant, until: instant }),
  coded('outside-freezes', {}),
  coded('in-freeze', { window, from: instant, until: instant }),
  coded('freeze-exempted', { window, role: z.string(), by: accountId }),
  coded('in-maintenance-window', { window }),
  coded('outside-maintenance-windows', {}),
  coded('notice-given', { earliest: instant }),
  coded('notice-short', { earliest: instant, start: instant }),
  coded('no-overlap', {}),
  coded('overlaps', { key: z.string(), from: instant, until: instant }),
  coded('bypassed', { rule: z.enum(SCHEDULING_RULES) }),
] as const;
