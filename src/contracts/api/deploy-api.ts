import { z } from 'zod';

/** The calls of the tab "Deploy gate" of the Jira admin page. Every call checks on the server that the caller administers Jira. */

export const deployGateView = z.object({
  projectKey: z.string(),
  /** Since when the secret exists, and who made it (an account id). */
  since: z.string(),
  by: z.string(),
  /** Until when the secret before this one goes on working; null where it does not. */
  previousUntil: z.string().nullable(),
});

export const deployGatesView = z.object({
  /** Goes back with every change, so that nobody overwrites what somebody else just did. */
  revision: z.number(),
  /** Where the gate is asked; null where the platform did not say. */
  url: z.string().nullable(),
  /** The projects that have a secret, in order of their keys. */
  gates: z.array(deployGateView),
  /** Display names of whoever made the secrets. */
  names: z.record(z.string(), z.string()),
});

export type DeployGateView = z.infer<typeof deployGateView>;
export type DeployGatesView = z.infer<typeof deployGatesView>;

export const deployProjectView = z.object({ key: z.string(), name: z.string() });
export type DeployProjectView = z.infer<typeof deployProjectView>;

const change = z.strictObject({
  revision: z.number().int().nonnegative(),
  projectKey: z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/),
});

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const deployApi = {
  deployGates: { request: z.strictObject({}), response: deployGatesView },
  /** Makes a secret, or a new one: the answer is the only place where it is ever shown. */
  makeDeploySecret: { request: change, response: z.object({ secret: z.string(), gates: deployGatesView }) },
  /** Makes all secrets of a project stop working at once. */
  revokeDeploySecret: { request: change, response: deployGatesView },
  searchDeployProjects: {
    request: z.strictObject({ text: z.string().max(255) }),
    response: z.array(deployProjectView),
  },
} as const;
