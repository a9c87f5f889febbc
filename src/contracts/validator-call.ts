import { z } from 'zod';
import { GATES } from '../domain/change/lifecycle';

const status = z.object({ id: z.string() });
const fieldValues = z.record(z.string(), z.unknown());

/**
 * What Jira hands to a workflow validator function. It names no person.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
const payload = z.object({
  issue: z.object({ key: z.string().min(1) }),
  /** As saved by the rule's configuration screen: which gate this transition passes. */
  configuration: z.object({
    gate: z.enum(GATES),
    /** The rules about the acting person that were put on the transition with this one, and as what (`besideOf`). */
    beside: z.record(z.string(), z.string()).optional().catch(undefined),
  }),
  transition: z
    .object({ from: status.optional(), to: status.optional(), modifiedFields: fieldValues.nullish() })
    .optional(),
  /** Seen at the top level in installations that are older than the documented place. */
  modifiedFields: fieldValues.nullish(),
});

/** A transition that asks for leave: which change, through which gate, with which edits of the screen by field id. */
export const validatorCall = payload.transform(({ issue, configuration, transition, modifiedFields }) => ({
  issueKey: issue.key,
  gate: configuration.gate,
  beside: configuration.beside ?? {},
  edits: transition?.modifiedFields ?? modifiedFields ?? {},
  /** Ids of the statuses between which the change is to move; null where Jira does not say. */
  way: { from: transition?.from?.id ?? null, to: transition?.to?.id ?? null },
}));

export type ValidatorCall = z.infer<typeof validatorCall>;
