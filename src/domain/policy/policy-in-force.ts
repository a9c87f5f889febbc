import { digestOf } from '../canonical';
import type { Instant } from '../instant';
import type { Policy } from './policy';

/** The policy that decides, since when, and the digest that names exactly this text of it. */
export interface PolicyInForce {
  readonly revision: number;
  readonly policy: Policy;
  /** SHA-256 of the canonical JSON of the policy. */
  readonly hash: string;
  readonly since: Instant;
}

export function policyHash(policy: Policy): string {
  return digestOf(policy);
}
