import { z } from 'zod';
import { anyId } from './page-of';
import { savedConfiguration } from '../../rule-configuration';
import { gateConfiguration } from './workflow-parts';

const rule = z
  .object({ ruleKey: z.string().optional(), parameters: z.record(z.string(), z.unknown()).nullish() })
  .transform(({ ruleKey, parameters }) => ({
    ruleKey,
    parameters: parameters ?? {},
    key: parameters?.['key'],
    config: parameters?.['config'],
  }));

export type FollowedRule = z.infer<typeof rule>;

/** Conditions of a transition; groups stand within groups. */
export interface FollowedConditions {
  readonly operation?: string | null | undefined;
  readonly conditions?: readonly FollowedRule[] | null | undefined;
  readonly conditionGroups?: readonly FollowedConditions[] | null | undefined;
}

const conditions: z.ZodType<FollowedConditions> = z.object({
  operation: z.string().nullish(),
  conditions: z.array(rule).nullish(),
  get conditionGroups() {
    return z.array(conditions).nullish();
  },
});

/**
 * The workflows that projects and issue types follow, with their transitions and rules. On reading, a status is referred
 * to by what its `statusReference` says.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-post
 */
export const followedWorkflows = z.object({
  statuses: z.array(z.object({ id: anyId, name: z.string(), statusReference: z.string() })),
  workflows: z.array(
    z.object({
      id: z.string().min(1),
      transitions: z.array(
        z.object({
          id: anyId,
          type: z.string(),
          toStatusReference: z.string().nullish(),
          links: z.array(z.object({ fromStatusReference: z.string().nullish() })).nullish(),
          validators: z.array(rule).nullish(),
          conditions: conditions.nullish(),
        }),
      ),
    }),
  ),
});

export type FollowedWorkflows = z.infer<typeof followedWorkflows>;

/** The gate that a rule asks; undefined for a rule that is not the app's gate. */
export function gateOfRule({ key, config }: FollowedRule) {
  if (typeof key !== 'string' || !key.endsWith('/change-gate')) return undefined;
  return gateConfiguration.safeParse(config).data;
}

/** What the app's gate was told of the expressions beside it; undefined for a rule that is not the app's gate. */
export function besideOfRule(found: FollowedRule): Readonly<Record<string, string>> | undefined {
  return gateOfRule(found) === undefined ? undefined : savedConfiguration(found.config).gate?.beside;
}

/** The expression of a rule about whoever makes a transition; undefined for any other rule. */
export function expressionOfRule({ key, config }: FollowedRule): string | undefined {
  if (typeof key !== 'string' || !key.endsWith('/change-person-guard')) return undefined;
  return savedConfiguration(config).person?.expression;
}
