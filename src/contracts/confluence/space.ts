import { z } from 'zod';

/** @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/ */
export const space = z.object({
  id: z.string().min(1),
  key: z.string(),
  name: z.string(),
  type: z.string().optional(),
});

export const spacesPage = z.object({
  results: z.array(space),
  _links: z.object({ next: z.string().optional() }).optional(),
});
