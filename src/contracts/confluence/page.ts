import { z } from 'zod';

/**
 * A page with its body in the Atlassian Document Format, as the v2 API answers it.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/
 */
export const pageWithBody = z.object({
  id: z.string().min(1),
  status: z.string(),
  title: z.string(),
  version: z.object({ number: z.number().int().positive() }),
  body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }),
});

export type PageWithBody = z.infer<typeof pageWithBody>;

export const foundPages = z.object({ results: z.array(pageWithBody) });

export const pageTitles = z.object({
  results: z.array(z.object({ id: z.string().min(1), status: z.string(), title: z.string() })),
});

export const writtenPage = z.object({ id: z.string().min(1) });

/** The answer to an update shows the page as it is now; not every site puts the body into it. */
export const updatedPage = writtenPage.extend({
  body: z.object({ atlas_doc_format: z.object({ value: z.string() }).optional() }).optional(),
});

/** What Confluence says when it refuses a request. */
export const refusal = z.object({
  errors: z.array(z.object({ title: z.string().nullish(), detail: z.string().nullish() })),
});
