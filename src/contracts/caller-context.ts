import { z } from 'zod';

const issue = z.object({ id: z.string().min(1), key: z.string().min(1) });

/**
 * Somebody with a licence: no module of the manifest lets anybody else in. Whoever is not logged in may come under the
 * name `unidentified`, which all of them share.
 * @see https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
 */
const licensed = {
  accountId: z
    .string()
    .min(1)
    .refine((accountId) => accountId !== 'unidentified'),
  accountType: z.literal('licensed').optional(),
};

/**
 * Who calls a resolver, and from which issue. The account comes from the invocation and is required; everything else is
 * what the browser said, so what is absent or unreadable is left out and grants nothing.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/
 */
export const callerContext = z
  .object({
    ...licensed,
    extension: z
      .object({ issue: issue.optional().catch(undefined) })
      .optional()
      .catch(undefined),
  })
  .transform(({ accountId, extension }) => ({ accountId, issue: extension?.issue }));

/** The same, for calls that are about the issue on which they were made. */
export const issueCallerContext = z
  .object({ ...licensed, extension: z.object({ issue }) })
  .transform(({ accountId, extension }) => ({ accountId, issue: extension.issue }));

export type CallerContext = z.infer<typeof callerContext>;
