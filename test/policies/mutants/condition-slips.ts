import type { Condition } from '../../../src/domain/policy/condition';
import { leftOutOfSeveral } from './left-out';

/** The condition with one part of an all or any, or one option, left out, or with a "not" forgotten. */
export function slipsOfCondition(condition: Condition): readonly Condition[] {
  if ('not' in condition) return [condition.not, ...slipsOfCondition(condition.not).map((not) => ({ not }))];
  if ('all' in condition) return slipsOfParts(condition.all).map((all) => ({ all }));
  if ('any' in condition) return slipsOfParts(condition.any).map((any) => ({ any }));
  if ('in' in condition) return leftOutOfSeveral(condition.in).map(([, options]) => ({ ...condition, in: options }));
  if ('risk' in condition) return leftOutOfSeveral(condition.risk).map(([, risk]) => ({ risk }));
  if ('filled' in condition) return [{ ...condition, filled: !condition.filled }];
  return [];
}

function slipsOfParts(parts: readonly Condition[]): readonly (readonly Condition[])[] {
  return [
    ...leftOutOfSeveral(parts).map(([, fewer]) => fewer),
    ...parts.flatMap((part, index) => slipsOfCondition(part).map((slipped) => parts.toSpliced(index, 1, slipped))),
  ];
}
