import { z } from 'zod';

/** The answer of every resolver call: a value, or an expected failure in words for the person who asked. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

export const apiError = z.object({
  code: z.string(),
  /** What is the case, why, and what to do: a plain sentence. */
  message: z.string(),
  /** Short reference that is in the app's log as well. */
  ref: z.string().optional(),
});

export type ApiError = z.infer<typeof apiError>;

/** A zod schema for the answer of a call whose value has this shape. */
export function resultOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: apiError }),
  ]);
}
