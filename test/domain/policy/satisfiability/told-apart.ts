import { expect } from '@jest/globals';
import type { Condition } from '../../../../src/domain/policy/condition';
import type { Policy } from '../../../../src/domain/policy/policy';
import { dimensionsOf } from '../../../../src/domain/policy/satisfiability/values';
import { policyWith } from '../../../builders/policies';

export const value = (is: string | readonly string[]) => ({ value: is });
const TYPES = { field: 'changeType', values: ['Normal', 'Standard', 'Emergency'].map(value) };

/** What conditions tell apart besides the type. */
export function toldApart(conditions: readonly Condition[], overrides: Partial<Policy> = {}) {
  const [type, ...others] = dimensionsOf(policyWith([], overrides), conditions, 'unanswered').map(({ of, values }) => ({
    ...of,
    values: values.map(({ is }) => is),
  }));
  expect(type).toEqual(TYPES);
  return others;
}
