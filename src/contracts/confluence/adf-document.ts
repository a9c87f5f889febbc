import { z } from 'zod';

/** A document of a page, read as far as the app has to look into it; the rest is kept as it is. */
export const storedDocument = z.looseObject({
  type: z.literal('doc'),
  version: z.number(),
  content: z.array(z.unknown()),
});

export type StoredDocument = z.infer<typeof storedDocument>;

export const storedNode = z.object({
  type: z.string(),
  text: z.string().optional(),
  content: z.array(z.unknown()).optional(),
});
