import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../src/policies/presets';

describe('the presets', () => {
  it('have an id of their own each', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });

  it.each(PRESETS.map((policy) => [policy.id, policy] as const))(
    '%s counts each material field once',
    (_id, policy) => {
      expect(new Set(policy.materialFields).size).toBe(policy.materialFields.length);
    },
  );

  it.each(PRESETS.map((policy) => [policy.id, policy] as const))('%s is data that JSON can hold', (_id, policy) => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });
});
