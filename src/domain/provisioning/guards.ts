import type { FieldId } from '../change/change-field';
import type { Gate, Stage } from '../change/lifecycle';
import { actorGuards } from '../guards/actor-guards';
import type { Policy } from '../policy/policy';
import type { Settings } from '../settings';
import type { GovernedTransition } from './governed-workflow';

/**
 * A rule on a transition. `gate` asks the app; `expression` is carried out by Jira for the app, with the acting person in
 * view; the others are Jira's own and go on working without the app.
 */
export type Guard =
  | { readonly by: 'gate'; readonly gate: Gate }
  | { readonly by: 'expression'; readonly ruleId: string; readonly expression: string; readonly message: string }
  | NativeGuard;

/** A rule of Jira's own. */
export type NativeGuard =
  | { readonly by: 'filled'; readonly fields: readonly FieldId[]; readonly message: string }
  | { readonly by: 'later'; readonly field: FieldId; readonly than: FieldId; readonly message: string }
  /** Hides the transition from whoever moved the change between these stages. */
  | { readonly by: 'other-person'; readonly from: Stage; readonly to: Stage };

/** Jira's own rules: what every policy asks for before a change is authorised. */
const NATIVE_GUARDS: Readonly<Partial<Record<Gate, readonly NativeGuard[]>>> = {
  authorize: [
    {
      by: 'filled',
      fields: ['rollbackSteps'],
      message: 'A change needs a rollback plan before it can be authorized. Fill in the rollback steps.',
    },
    {
      by: 'later',
      field: 'plannedEnd',
      than: 'plannedStart',
      message: 'The planned end must be after the planned start. Correct the planned times.',
    },
    { by: 'other-person', from: 'draft', to: 'assessment' },
  ],
};

/** Jira's own rules on the transitions that have this gate. */
export function nativeGuards(gate: Gate): readonly NativeGuard[] {
  return NATIVE_GUARDS[gate] ?? [];
}

/**
 * What the policy asks of the person who makes the transition, each with its own message. The app's function is not told
 * who that is, so Jira evaluates these.
 */
export function guardsFor(
  policy: Policy | undefined,
  settings: Settings,
  { gate }: GovernedTransition,
): readonly Guard[] {
  if (policy === undefined || gate === null) return [];
  return actorGuards(policy, settings, gate).guards.map(({ ruleId, expression, message }) => ({
    by: 'expression',
    ruleId,
    expression,
    message,
  }));
}

/**
 * Every rule of a transition, the app's own first. A way out has none: a broken app or rule never traps a change. Who may
 * not make the transition at all is told before the gate is asked, which puts on record that it let the change through.
 */
export function allGuards(
  policy: Policy | undefined,
  settings: Settings,
  transition: GovernedTransition,
): readonly Guard[] {
  const { gate } = transition;
  if (gate === null) return [];
  return [...guardsFor(policy, settings, transition), { by: 'gate', gate }, ...nativeGuards(gate)];
}
