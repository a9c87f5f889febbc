import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
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

  it.each(PRESETS.map((policy) => [policy.id, policy] as const))(
    '%s is data that survives JSON and is accepted as a policy document',
    (_id, policy) => {
      const read = policyDocument.safeParse(JSON.parse(JSON.stringify(policy)));
      expect(read.error?.issues ?? []).toEqual([]);
      expect(read.data).toEqual(policy);
    },
  );
});
