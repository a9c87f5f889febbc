import type { Condition } from '../../domain/policy/condition';
import type { Policy } from '../../domain/policy/policy';
import { fieldTitle } from '../field-titles';
import { list } from './lists';

type Atom = Exclude<Condition, Composite>;
type Composite = Extract<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

/**
 * A condition in words, with brackets where it would not be plain what belongs together: "Change type is Normal and (the
 * risk is High or the change is "major")".
 */
export function conditionText(condition: Condition, policy: Policy): string {
  if ('all' in condition) return condition.all.map((part) => conditionText(part, policy)).join(' and ');
  if ('any' in condition) return anyText(condition.any, policy);
  return 'not' in condition ? negationText(condition.not, policy) : atomText(condition, policy, true);
}

function anyText(parts: readonly Condition[], policy: Policy): string {
  const texts = parts.map((part) => partText(part, policy));
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(' or ')})`;
}

function partText(part: Condition, policy: Policy): string {
  const text = conditionText(part, policy);
  return 'all' in part && part.all.length > 1 ? `(${text})` : text;
}

function negationText(condition: Condition, policy: Policy): string {
  if ('not' in condition) return conditionText(condition.not, policy);
  if ('all' in condition || 'any' in condition) return `it is not so that ${partText(condition, policy)}`;
  return atomText(condition, policy, false);
}

/** @param so False for the opposite. */
function atomText(atom: Atom, policy: Policy, so: boolean): string {
  const is = so ? 'is' : 'is not';
  if ('field' in atom) return fieldText(atom, policy, so);
  if ('risk' in atom) return `the risk ${is} ${list(atom.risk, 'or')}`;
  if ('riskAtLeast' in atom) return `the risk is ${so ? 'at least' : 'below'} ${atom.riskAtLeast}`;
  if ('term' in atom) return `the change ${is} "${atom.term}"`;
  const question = policy.questions.find(({ id }) => id === atom.answer);
  const titles = atom.in.map((answer) => question?.options?.find(({ id }) => id === answer)?.title ?? answer);
  return `the answer to "${question?.ask ?? atom.answer}" ${is} "${list(titles, 'or')}"`;
}

function fieldText(atom: Extract<Atom, { readonly field: string }>, policy: Policy, so: boolean): string {
  const title = fieldTitle(policy, atom.field);
  if ('filled' in atom) return `${title} is ${atom.filled === so ? 'filled in' : 'empty'}`;
  if ('atLeast' in atom) return `${title} is ${so ? 'at least' : 'below'} ${String(atom.atLeast)}`;
  if ('atMost' in atom) return `${title} is ${so ? 'at most' : 'above'} ${String(atom.atMost)}`;
  return `${title} ${so ? 'is' : 'is not'} ${list(atom.in, 'or')}`;
}
