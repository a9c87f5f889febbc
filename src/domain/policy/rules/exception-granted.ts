import { EXCEPTION_FIELD, askedExceptions, findGrant } from '../exceptions';
import type { Finding } from '../evaluation';
import type { RuleContext, RuleKind } from '../rule';
import { bindingWindows } from '../binding-windows';
import { findField } from './required-fields';

/**
 * Whatever the change asks an exception from is something that it can be asked from, and whoever may grant it has. A
 * change that asks for none has nothing to show. Exemptions from a freeze are asked for in the same field and judged
 * where the freeze is.
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
    return [...nothing, ...findGrant(path, context)];
  },
};

function fromNothing(asked: string): Finding {
  return { met: 'no', reason: { code: 'exception-from-nothing', asked }, remedy: { do: 'take-back-exception' } };
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
