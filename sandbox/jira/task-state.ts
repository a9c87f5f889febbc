/** What a Jira site remembers of its long-running tasks. */
import { z } from 'zod';
import { jsonSchema } from './json';

export const taskSchema = z.object({
  id: z.string(),
  description: z.string(),
  /** Names the work; `input` is what it is done with. */
  kind: z.string(),
  input: jsonSchema,
  status: z.enum(['ENQUEUED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCELLED']),
  message: z.string(),
  result: jsonSchema,
  submittedBy: z.string(),
  submitted: z.number(),
  started: z.number().nullable(),
  finished: z.number().nullable(),
});
export type Task = z.infer<typeof taskSchema>;
