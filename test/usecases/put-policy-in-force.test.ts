import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import type { Policy } from '../../src/domain/policy/policy';
import { policyHash } from '../../src/domain/policy/policy-in-force';
import { putPolicyInForce } from '../../src/usecases/put-policy-in-force';
import { requireAdministrator } from '../../src/usecases/require-administrator';
import { CLEAN_POLICY, siteOfCleanPolicy } from '../builders/clean-policy';
import { ADMIN, governedSite, ONE_APPROVAL, OWNER } from '../builders/governed-site';
import { approvalRule, inForce } from '../builders/policies';

const HASH = policyHash(CLEAN_POLICY);

describe('putting a policy in force', () => {
  it('makes it decide from now on, and puts it on record', async () => {
    const fakes = siteOfCleanPolicy();
    await putPolicyInForce(fakes, ADMIN, CLEAN_POLICY);
    expect(fakes.store.policy).toEqual({
      revision: 1,
      policy: CLEAN_POLICY,
      hash: HASH,
      since: '2026-03-02T09:00:00.000Z',
    });
    expect(fakes.store.entries).toMatchObject([
      {
        by: ADMIN,
        event: {
          kind: 'policy-put-in-force',
          policyId: CLEAN_POLICY.id,
          policyVersion: CLEAN_POLICY.version,
          policyHash: HASH,
          replacedHash: null,
        },
      },
    ]);
  });

  it('says which policy it replaces', async () => {
    const fakes = siteOfCleanPolicy(inForce(ONE_APPROVAL));
    await putPolicyInForce(fakes, ADMIN, CLEAN_POLICY);
    expect(fakes.store.policy).toMatchObject({ revision: 2, hash: HASH });
    expect(fakes.store.entries[0]?.event).toMatchObject({ replacedHash: policyHash(ONE_APPROVAL) });
  });

  it('changes nothing when that policy is in force already, not even since when', async () => {
    const fakes = siteOfCleanPolicy();
    await putPolicyInForce(fakes, ADMIN, CLEAN_POLICY);
    fakes.clock.advance(60_000);
    await putPolicyInForce(fakes, ADMIN, CLEAN_POLICY);
    expect([fakes.store.entries.length, fakes.store.policy?.since]).toEqual([1, '2026-03-02T09:00:00.000Z']);
  });

  it('is done once when two administrators do it at the same moment', async () => {
    const fakes = siteOfCleanPolicy(inForce(ONE_APPROVAL));
    await Promise.all([ADMIN, 'account-other-admin'].map((who) => putPolicyInForce(fakes, who, CLEAN_POLICY)));
    expect([fakes.store.entries.length, fakes.store.policy?.revision]).toEqual([1, 2]);
  });

  it.each<[string, Policy]>([
    ['a question is open', { ...CLEAN_POLICY, answers: {} }],
    [
      'nobody holds a role that it needs',
      {
        ...CLEAN_POLICY,
        rules: [...CLEAN_POLICY.rules, approvalRule({ id: 'board', requirement: { role: 'board' } })],
      },
    ],
  ])('is refused while %s, and the policy in force stays', async (_what, policy) => {
    const fakes = siteOfCleanPolicy(inForce(ONE_APPROVAL));
    await expect(putPolicyInForce(fakes, ADMIN, policy)).rejects.toMatchObject({ code: 'bad-request' });
    expect([fakes.store.entries, fakes.store.policy?.policy]).toEqual([[], ONE_APPROVAL]);
  });

  it('does not overwrite a policy that cannot be read', async () => {
    const fakes = siteOfCleanPolicy(inForce(ONE_APPROVAL));
    fakes.faults.fail('archive.policyInForce', new Failure('unreadable-document', 'policy-in-force has no rules.'));
    await expect(putPolicyInForce(fakes, ADMIN, CLEAN_POLICY)).rejects.toMatchObject({ code: 'unreadable-document' });
    expect([fakes.store.entries, fakes.store.policy?.policy]).toEqual([[], ONE_APPROVAL]);
  });
});

describe('what only administrators may do', () => {
  it('is refused to everybody else', async () => {
    const fakes = governedSite();
    await expect(requireAdministrator(fakes, ADMIN)).resolves.toBeUndefined();
    await expect(requireAdministrator(fakes, OWNER)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is refused to an app that administers Jira', async () => {
    const fakes = governedSite();
    fakes.site.apps.add(ADMIN);
    await expect(requireAdministrator(fakes, ADMIN)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
