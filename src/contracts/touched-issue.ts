import { z } from 'zod';

/** All that is needed of an event about an issue by whoever reads the issue again. */
export const touchedIssue = z.object({ issue: z.object({ id: z.coerce.string().min(1) }) });
