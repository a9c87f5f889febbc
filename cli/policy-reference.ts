import { policyReference } from './reference-markdown';

/** `npx tsx cli/policy-reference.ts`: prints the reference of the policy in YAML, for the README. */
console.log(policyReference());
