import type { Gate } from '../change/lifecycle';
import { sha256Hex } from '../canonical';
import type { Policy } from '../policy/policy';
import type { Settings } from '../settings';
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
