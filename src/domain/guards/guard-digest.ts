import type { Gate } from '../change/lifecycle';
import { sha256Hex } from '../canonical';
import type { Policy } from '../policy/policy';
import { NO_SETTINGS, type Settings } from '../settings';
import { isAboutCloser } from './acting-duty';
import { actorGuards } from './actor-guards';
import type { ActorGuard } from './guard';

/** Rule id -> digest of its expression: what the configuration of the app's own validator says stands beside it. */
export type GuardsBeside = Readonly<Record<string, string>>;

const DIGITS = 16;

/** What the app's validator on a transition is told of the guards that were put there with it. */
export function besideOf(guards: readonly Pick<ActorGuard, 'ruleId' | 'expression'>[]): GuardsBeside {
  return Object.fromEntries(guards.map(({ ruleId, expression }) => [ruleId, sha256Hex(expression).slice(0, DIGITS)]));
}

/**
 * The rules whose guard stands on the transition just as policy and settings have it now. A guard from before a change of
 * either asks for something else, and does not count.
 */
export function guardedRules(policy: Policy, settings: Settings, gate: Gate, beside: GuardsBeside): readonly string[] {
  const now = Object.entries(besideOf(actorGuards(policy, settings, gate).guards));
  return now.flatMap(([ruleId, digest]) =>
    Object.hasOwn(beside, ruleId) && beside[ruleId] === digest ? [ruleId] : [],
  );
}

/** The rules about whoever closes a change that are for Jira to check, where their guards stand. */
export function rulesForJira(policy: Policy): readonly string[] {
  if (!policy.rules.some(isAboutCloser)) return [];
  return actorGuards(policy, NO_SETTINGS, 'close').guards.map(({ ruleId }) => ruleId);
}
