import { stringify } from 'yaml';
import type { Policy } from '../domain/policy/policy';

/** A policy as YAML, to read, to edit and to keep: reading it again gives the same policy. */
export function policyText(policy: Policy): string {
  return stringify(policy, { lineWidth: 120, aliasDuplicateObjects: false });
}
