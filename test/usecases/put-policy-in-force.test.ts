import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { policyHash } from '../../src/domain/policy/policy-in-force';
import { genericPolicy } from '../../src/policies/generic';
import { putPolicyInForce } from '../../src/usecases/put-policy-in-force';
import { requireAdministrator } from '../../src/usecases/require-administrator';
import { ADMIN, governedSite, ONE_APPROVAL, OWNER } from '../builders/governed-site';
import { createFakes } from '../fakes/create-fakes';

const HASH = policyHash(genericPolicy);

describe('putting a policy in force', () => {
  it('makes it decide from now on, and puts it on record', async () => {
    const fakes = createFakes();
    await putPolicyInForce(fakes, ADMIN, 'GEN');
    expect(fakes.store.policy).toEqual({
      revision: 1,
      policy: genericPolicy,
      hash: HASH,
      since: '2026-03-02T09:00:00.000Z',
    });
    expect(fakes.store.entries).toMatchObject([
      {
        by: ADMIN,
        event: {
          kind: 'policy-put-in-force',
          policyId: 'GEN',
          policyVersion: genericPolicy.version,
          policyHash: HASH,
          replacedHash: null,
        },
      },
    ]);
  });

  it('says which policy it replaces', async () => {
    const fakes = governedSite();
    await putPolicyInForce(fakes, ADMIN, 'GEN');
    expect(fakes.store.policy).toMatchObject({ revision: 2, hash: HASH });
    expect(fakes.store.entries[0]?.event).toMatchObject({ replacedHash: policyHash(ONE_APPROVAL) });
  });

  it('changes nothing when that policy is in force already, not even since when', async () => {
    const fakes = createFakes();
    await putPolicyInForce(fakes, ADMIN, 'GEN');
    fakes.clock.advance(60_000);
    await putPolicyInForce(fakes, ADMIN, 'GEN');
    expect([fakes.store.entries.length, fakes.store.policy?.since]).toEqual([1, '2026-03-02T09:00:00.000Z']);
  });

  it('is done once when two administrators do it at the same moment', async () => {
    const fakes = governedSite();
    await Promise.all([ADMIN, 'account-other-admin'].map((who) => putPolicyInForce(fakes, who, 'GEN')));
    expect([fakes.store.entries.length, fakes.store.policy?.revision]).toEqual([1, 2]);
  });

  it('is refused for a policy that does not exist', async () => {
    await expect(putPolicyInForce(createFakes(), ADMIN, 'NONE')).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('does not overwrite a policy that cannot be read', async () => {
    const fakes = governedSite();
    fakes.faults.fail('archive.policyInForce', new Failure('unreadable-document', 'policy-in-force has no rules.'));
    await expect(putPolicyInForce(fakes, ADMIN, 'GEN')).rejects.toMatchObject({ code: 'unreadable-document' });
    expect([fakes.store.entries, fakes.store.policy?.policy]).toEqual([[], ONE_APPROVAL]);
  });
});

describe('what only administrators may do', () => {
  it('is refused to everybody else', async () => {
    const fakes = governedSite();
    await expect(requireAdministrator(fakes, ADMIN)).resolves.toBeUndefined();
    await expect(requireAdministrator(fakes, OWNER)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
