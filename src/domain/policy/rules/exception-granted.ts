import { EXCEPTION_FIELD, askedExceptions, findGrant } from '../exceptions';
import type { DutyPair } from '../duty';
import type { Finding } from '../evaluation';
import { holds } from '../holds';
import type { Rule, SeparateDutiesRule } from '../policy-rule';
import type { RuleContext, RuleKind } from '../rule';
import { bindingWindows } from '../binding-windows';
import { findField } from './required-fields';

/**
 * Whatever the change asks an exception from is something that it can be asked from, and whoever may grant it has. A
 * change that asks for none has nothing to show. Exemptions from a freeze are asked for in the same field and judged
 * where the freeze is.
 *
 * No exception makes votes count that a blocking rule about separate duties leaves out (see `barsAt`): whoever votes
 * would be voting about that as well. From a clause that asks for nothing else, an exception is refused, so that nobody
 * grants what has no effect; where the clause asks for more, it is said what the exception does not change.
 */
export const exceptionGranted: RuleKind<'exception-granted'> = {
  kind: 'exception-granted',
  evaluate: (_rule, context) => {
    const field = findField(context.facts, EXCEPTION_FIELD);
    if (field.met === 'unknown') return [field];
    const fromClauses = askedExceptions(context).filter((name) => !isWindow(name, context));
    if (fromClauses.length === 0) return [{ met: 'yes', reason: { code: 'no-exception-asked' } }];
    const path = context.policy.exceptions;
    if (path === 'none')
      return [{ met: 'no', reason: { code: 'no-exception-path' }, remedy: { do: 'take-back-exception' } }];
    const nothing = fromClauses.filter((name) => !isClause(name, context)).map(fromNothing);
    const barred = fromClauses.flatMap((name) => findBarredVotes(name, context));
    return [...nothing, ...barred, ...findGrant(path, context)];
  },
};

function fromNothing(asked: string): Finding {
  return { met: 'no', reason: { code: 'exception-from-nothing', asked }, remedy: { do: 'take-back-exception' } };
}

/** What an exception from this clause does not change: that votes of whoever has some duty are left out. */
function findBarredVotes(asked: string, context: RuleContext): readonly Finding[] {
  const serving = context.policy.rules.filter(({ clauses }) =>
    clauses.some((clause) => clause.toLowerCase() === asked.toLowerCase()),
  );
  const barring = serving.filter(isBarring).filter(({ when }) => when === undefined || holds(when, context) !== 'no');
  const pairs = barring.flatMap((rule) => rule.pairs);
  const duties = [...new Set(pairs.filter(isWithApproving).flat())].filter((duty) => duty !== 'approver');
  if (duties.length === 0) return [];
  const reason = { code: 'votes-stay-barred', clause: asked, duties } as const;
  const hasOtherEffect = serving.some((rule) => !isBarring(rule) || !rule.pairs.every(isWithApproving));
  return [hasOtherEffect ? { met: 'yes', reason } : { met: 'no', reason, remedy: { do: 'take-back-exception' } }];
}

function isBarring(rule: Rule): rule is SeparateDutiesRule {
  return rule.kind === 'separate-duties' && rule.strength === 'block';
}

function isWithApproving(pair: DutyPair): boolean {
  return pair.includes('approver');
}

function isClause(name: string, { policy }: RuleContext): boolean {
  return policy.clauses.some(({ id, service }) => service === 'enforced' && id.toLowerCase() === name.toLowerCase());
}

function isWindow(name: string, context: RuleContext): boolean {
  const windows = bindingWindows(context);
  const wanted = name.toLowerCase();
  return (
    windows.state === 'known' &&
    windows.value.some(({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted)
  );
}
