import { z } from 'zod';
import { GATES } from '../../../domain/change/lifecycle';
import { anyId } from './page-of';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ */
export const ruleCapabilities = z.object({
  forgeRules: z.array(z.object({ id: z.string().min(1), ruleKey: z.string().min(1), ruleType: z.string() })),
});

export const workflowProblems = z.object({
  errors: z.array(z.object({ code: z.string().optional(), message: z.string().optional() })).default([]),
});

/** A task stands in for the workflows where Jira makes them later. */
export const createdWorkflows = z.object({
  workflows: z.array(z.object({ id: z.string().min(1), name: z.string() })).default([]),
  taskId: anyId.nullish(),
});

const rule = z.object({ ruleKey: z.string(), parameters: z.record(z.string(), z.unknown()).nullish() });

export const readWorkflows = z.object({
  workflows: z.array(
    z.object({
      id: z.string().min(1),
      transitions: z.array(z.object({ id: anyId, validators: z.array(rule).nullish() })),
    }),
  ),
});

const layout = z.object({ x: z.number(), y: z.number() });
const anyRule = z.looseObject({ ruleKey: z.string(), parameters: z.record(z.string(), z.string()).nullish() });

/** The conditions of a transition: groups stand within groups. */
export const conditionsToUpdate = z.looseObject({
  operation: z.string().nullish(),
  conditions: z.array(anyRule).default([]),
  conditionGroups: z.array(z.unknown()).default([]),
});

/** A workflow with everything that an update has to send back: what is left out there is deleted. */
export const workflowToUpdate = z.object({
  statuses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().default(''),
      statusCategory: z.string(),
      statusReference: z.string(),
    }),
  ),
  workflows: z.array(
    z.object({
      id: z.string().min(1),
      version: z.object({ id: z.string(), versionNumber: z.number() }),
      description: z.string().optional(),
      startPointLayout: layout.optional(),
      loopedTransitionContainerLayout: layout.optional(),
      statuses: z.array(
        z.object({
          statusReference: z.string(),
          layout: layout.optional(),
          properties: z.record(z.string(), z.string()).default({}),
          approvalConfiguration: z.unknown().optional(),
        }),
      ),
      transitions: z.array(
        z.looseObject({
          id: anyId,
          validators: z.array(anyRule).default([]),
          conditions: conditionsToUpdate.nullish(),
        }),
      ),
    }),
  ),
});

export type WorkflowToUpdate = z.infer<typeof workflowToUpdate>;

/** The configuration of the app's gate, as it is kept in a rule: a JSON text. */
export const gateConfiguration = z.string().transform((text, context) => {
  try {
    return z.object({ gate: z.enum(GATES) }).parse(JSON.parse(text)).gate;
  } catch {
    context.addIssue({ code: 'custom', message: 'no gate' });
    return z.NEVER;
  }
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/ */
export const jiraTask = z.object({
  id: anyId,
  status: z.enum(['ENQUEUED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCEL_REQUESTED', 'CANCELLED', 'DEAD']),
  message: z.string().nullish(),
});

/** What Jira says about a request that it refuses. */
export const refusalBody = z.object({
  errorMessages: z.array(z.string()).nullish(),
  errors: z.record(z.string(), z.unknown()).nullish(),
});
