import { z } from 'zod';
import { instant } from '../stored/stored-parts';

/**
 * In which form a policy is read: as a file that somebody wrote, where much may be left out, or as the app keeps it,
 * where everything is there and nothing may be added, because its hash is compared.
 */
export interface PolicyForm {
  /** A key that may be left out of a file; it then has this value. */
  or<T>(schema: z.ZodType<T>, value: z.core.util.NoUndefined<T>): z.ZodType<T>;
  /** A moment. A file may write it with any offset from UTC, and without milliseconds. */
  readonly instant: z.ZodType<string>;
}

const writtenInstant = z.iso.datetime({
  offset: true,
  error: 'This is no moment in time. Write it as 2026-12-31T18:00:00Z, or with an offset as 2026-12-31T19:00:00+01:00.',
});

export const FILE: PolicyForm = {
  or: (schema, value) => schema.default(value),
  instant: writtenInstant.transform((written) => new Date(written).toISOString()),
};

export const STORED: PolicyForm = {
  or: (schema) => schema,
  instant,
};
