import { z } from 'zod';
import type { PolicyInForce } from '../../domain/policy/policy-in-force';
import { policyHash } from '../../domain/policy/policy-in-force';
import { keptPolicy } from '../policy-document';
import type { StoredContract } from './stored-document';
import { instant, revision, sha256 } from './stored-parts';
import { upgradePolicyInForce } from './upgrade-policy-v1';

/**
 * The policy that decides. Its hash is checked: a policy that is not the one that was put in force decides nothing. What
 * it refers to was looked at when it was put in force: a later version of the app that looks closer must not stop a site.
 */
export const storedPolicyInForce: StoredContract<PolicyInForce> = {
  schemaVersion: 2,
  document: z
    .strictObject({ revision, policy: keptPolicy, hash: sha256, since: instant })
    .refine(({ policy, hash }) => policyHash(policy) === hash, {
      path: ['hash'],
      message: 'The policy is not the one that was put in force.',
    }),
  upgrades: { 1: upgradePolicyInForce },
};
