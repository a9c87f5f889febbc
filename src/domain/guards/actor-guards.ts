import type { Gate } from '../change/lifecycle';
import type { Duty } from '../policy/duty';
import type { Policy } from '../policy/policy';
import type { Rule } from '../policy/policy-rule';
import type { Settings } from '../settings';
import { actingDuty } from './acting-duty';
import { sayCondition, type Sayable } from './condition-logic';
import { all, any, asks, not, textOf, type Logic } from './expression-logic';
import { isSmallEnough, listOf } from './expression-text';
import type { ActorGuard, ActorGuards, UnsaidCause } from './guard';
import { guardMessage } from './guard-message';
import { askedOfActor } from './rule-logic';

/**
 * What a policy asks of the person who makes the transition of a gate, as Jira expressions, one for each rule: with the
 * acting person in the duty that comes with the gate (see `actingDuty`), an expression is true exactly where the rule
 * does not stop the change. What cannot be said is left out and listed; the app's validator, which is not told who acts,
 * looks at everything that does not need to know it.
 * @param settings Who holds which role: expressions are compiled anew when that changes.
 */
export function actorGuards(policy: Policy, settings: Settings, gate: Gate): ActorGuards {
  const duty = actingDuty(policy, gate);
  const guards: ActorGuard[] = [];
  const unsaid: ActorGuards['unsaid'][number][] = [];
  if (duty === undefined) return { guards, unsaid };
  const scope = sayScope(policy, duty);
  for (const rule of policy.rules) {
    if (!rule.gates.includes(gate)) continue;
    const { guard, causes } = compile(rule, { policy, settings, gate, duty, scope });
    if (guard !== undefined) guards.push(guard);
    unsaid.push(...causes.map((because) => ({ ruleId: rule.id, gate, because })));
  }
  return { guards, unsaid };
}

interface Compiling {
  readonly policy: Policy;
  readonly settings: Settings;
  readonly gate: Gate;
  readonly duty: Duty;
  readonly scope: Sayable;
}

function compile(
  rule: Rule,
  { policy, settings, gate, duty, scope }: Compiling,
): { readonly guard?: ActorGuard; readonly causes: readonly UnsaidCause[] } {
  const asked = askedOfActor(rule, duty, settings);
  if (asked === undefined) return { causes: [] };
  const { logic, others, unsaid } = asked;
  if (rule.strength === 'warn') return { causes: ['only-warns'] };
  if (unsaid.length > 0 && logic === true) return { causes: unsaid };
  const when = sayCondition(rule.when, { policy, duty });
  if ('unsaid' in when) return { causes: [...unsaid, when.unsaid] };
  if ('unsaid' in scope) return { causes: [...unsaid, scope.unsaid] };
  const bound = when.twoValued ? any([when.no, logic]) : any([when.no, all([when.yes, logic])]);
  const whole = any([outside(policy), scope.no, bound]);
  if (whole === true) return { causes: unsaid };
  const expression = textOf(whole);
  if (!isSmallEnough(expression)) return { causes: [...unsaid, 'too-long'] };
  const guard: ActorGuard = {
    ruleId: rule.id,
    clauses: rule.clauses,
    gate,
    expression,
    message: guardMessage(rule, gate, others, policy),
    despiteExceptions: mayBeExcepted(rule, policy),
  };
  return { guard, causes: unsaid };
}

/** A change of which nobody knows whether the policy governs it is governed. */
function sayScope(policy: Policy, duty: Duty): Sayable {
  return sayCondition(policy.scope.when, { policy, duty });
}

function outside({ scope: { projects } }: Policy): Logic {
  return projects !== undefined && not(asks(`${listOf(projects)}.includes(project.key)`));
}

function mayBeExcepted({ clauses }: Rule, { exceptions }: Policy): boolean {
  return exceptions !== 'none' && clauses.length > 0 && clauses.every((clause) => exceptions.clauses.includes(clause));
}
