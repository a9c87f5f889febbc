import { z } from 'zod';

/** Somebody who can be chosen, by name. */
export const namedPerson = z.object({ accountId: z.string(), name: z.string() });

export type NamedPersonView = z.infer<typeof namedPerson>;
