import { stringify } from 'yaml';
import type { Policy } from '../domain/policy/policy';

/** A policy as YAML, to read, to edit and to keep: reading it again gives the same policy. */
export function policyText(policy: Policy): string {
  // Folded lines would tear characters of two units apart (yaml 2.9.1).
  return stringify(policy, { lineWidth: 0, aliasDuplicateObjects: false });
}
