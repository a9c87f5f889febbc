import { z } from 'zod';
import type { UnknownCause } from '../../../domain/change/change-facts';
import { duty } from '../stored-parts';

/** The stored form of a reason: its code and the values that were compared, nothing else. */
export function coded<C extends string, S extends z.ZodRawShape>(code: C, shape: S) {
  return z.strictObject({ code: z.literal(code), ...shape });
}

export const cause = z.strictObject({
  code: z.enum(['no-such-field', 'unreadable-value', 'lookup-failed', 'not-looked-up', 'not-guarded']),
  detail: z.string(),
}) satisfies z.ZodType<UnknownCause>;

export const roles = z.array(z.string());

/** Who is asked for: whoever has a duty, or holds one of these roles. */
export const dutyOrRoles = z.union([z.strictObject({ duty }), z.strictObject({ roles })]);

export const duties = z.tuple([duty, duty]);
