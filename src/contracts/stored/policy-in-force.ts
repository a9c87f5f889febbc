import { z } from 'zod';
import type { PolicyInForce } from '../../domain/policy/policy-in-force';
import { policyHash } from '../../domain/policy/policy-in-force';
import { policyDocument } from '../policy-document';
import type { StoredContract } from './stored-document';
import { instant, revision, sha256 } from './stored-parts';

/** The policy that decides. Its hash is checked: a policy that is not the one that was put in force decides nothing. */
export const storedPolicyInForce: StoredContract<PolicyInForce> = {
  schemaVersion: 1,
  document: z
    .strictObject({ revision, policy: policyDocument, hash: sha256, since: instant })
    .refine(({ policy, hash }) => policyHash(policy) === hash, {
      path: ['hash'],
      message: 'The policy is not the one that was put in force.',
    }),
  upgrades: {},
};
