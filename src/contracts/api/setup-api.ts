import { z } from 'zod';
import { CHANGE_FIELDS, KINDS_OF_FIELD } from '../../domain/change/change-field';
import { STEP_KINDS } from '../../domain/provisioning/planned-step';

/** The calls of the tab "Setup" of the Jira admin page. Every call checks on the server that the caller administers Jira. */

export const setupProjectView = z.object({ id: z.string(), key: z.string(), name: z.string() });

export const setupProgressView = z.object({
  projectId: z.string(),
  projectKey: z.string(),
  state: z.enum(['running', 'failed', 'finished']),
  done: z.number(),
  total: z.number(),
  startedAt: z.string(),
  startedBy: z.string(),
  /** When the last step was done. */
  changedAt: z.string(),
  /** Why it ended before its time: a sentence. */
  failure: z.string().nullable(),
});

export const governedView = z.object({
  projectId: z.string(),
  projectKey: z.string(),
  since: z.string(),
  by: z.string(),
});

export const setupView = z.object({
  governed: z.array(governedView),
  /** Set-ups that were started and have not finished. */
  underway: z.array(setupProgressView),
  /** Whether a policy is in force: without one every gate is shut. */
  policyInForce: z.boolean(),
  /** Display names of whoever started them. */
  names: z.record(z.string(), z.string()),
});

export const setupStepView = z.object({
  key: z.string(),
  kind: z.enum(STEP_KINDS),
  name: z.string(),
  state: z.enum(['there', 'reused', 'to-do']),
});

export const setupPlanView = z.object({
  project: setupProjectView,
  steps: z.array(setupStepView),
  /** What stands in the way, each with what to do instead. Nothing can be started while there is any. */
  obstacles: z.array(z.string()),
  notes: z.array(z.string()),
  done: z.number(),
  total: z.number(),
  progress: setupProgressView.nullable(),
  governed: governedView.nullable(),
});

const place = z.union([z.strictObject({ id: z.string() }), z.strictObject({ name: z.string() })]);

export const fieldMapView = z.object({
  /** Goes back with every change, so that nobody overwrites what somebody else just did. */
  revision: z.number(),
  fields: z.array(
    z.object({
      field: z.enum(CHANGE_FIELDS),
      title: z.string(),
      kind: z.enum(KINDS_OF_FIELD),
      /** Null for one that every Jira keeps in the same place. */
      at: place.nullable(),
      /** The Jira field that holds it now; null where there is none, or several of that name. */
      now: z.object({ id: z.string(), name: z.string() }).nullable(),
      /** Ids of the Jira fields that could hold it. */
      choices: z.array(z.string()),
    }),
  ),
  /** Names of the Jira fields, by id. */
  names: z.record(z.string(), z.string()),
});

export type SetupView = z.infer<typeof setupView>;
export type SetupProjectView = z.infer<typeof setupProjectView>;
export type SetupProgressView = z.infer<typeof setupProgressView>;
export type SetupStepView = z.infer<typeof setupStepView>;
export type SetupPlanView = z.infer<typeof setupPlanView>;
export type GovernedView = z.infer<typeof governedView>;
export type FieldMapView = z.infer<typeof fieldMapView>;

const oneProject = z.strictObject({ projectId: z.string().regex(/^\d{1,20}$/) });

/** Function key -> what goes in and what comes out (inside a `Result`). */
export const setupApi = {
  setup: { request: z.strictObject({}), response: setupView },
  searchSetupProjects: {
    request: z.strictObject({ text: z.string().max(255) }),
    response: z.array(setupProjectView),
  },
  createSetupProject: {
    request: z.strictObject({
      key: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/),
      name: z.string().min(2).max(80),
    }),
    response: setupProjectView,
  },
  /** What a project has and lacks. Changes nothing. */
  planSetup: { request: oneProject, response: setupPlanView },
  startSetup: { request: oneProject, response: setupProgressView },
  setupProgress: { request: oneProject, response: setupProgressView },
  /** Goes on with a set-up that ended before its time. */
  goOnWithSetup: { request: oneProject, response: setupProgressView },
  fieldMap: { request: z.strictObject({}), response: fieldMapView },
  saveFieldMap: {
    request: z.strictObject({
      revision: z.number().int().nonnegative(),
      /** Parts left out stay where they are. */
      fields: z.partialRecord(z.enum(CHANGE_FIELDS), z.string().regex(/^customfield_\d{1,19}$/)),
    }),
    response: fieldMapView,
  },
} as const;
