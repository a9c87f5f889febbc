import { z } from 'zod';
import { digestOf } from '../../domain/canonical';
import type { Policy } from '../../domain/policy/policy';
import { policyHash } from '../../domain/policy/policy-in-force';
import type { Rule } from '../../domain/policy/policy-rule';
import { policyV1, type PolicyV1 } from './policy-v1';

const firstForm = z.looseObject({ policy: policyV1, hash: z.string() });

/**
 * The policy in force, of the first form in the second one. Its hash was made over the first form: only where that hash
 * is right is it made anew, so that a policy that was tampered with stays unreadable.
 */
export function upgradePolicyInForce(document: unknown): unknown {
  const first = firstForm.safeParse(document);
  // What is not of the first form is left for the contract to refuse, with its reason.
  if (!first.success) return document;
  const policy = upgradePolicy(first.data.policy);
  const intact = digestOf(first.data.policy) === first.data.hash;
  return { ...first.data, policy, hash: intact ? policyHash(policy) : first.data.hash };
}

/** The same policy in the second form: it decides as before. What the first form could not say stays unsaid. */
export function upgradePolicy(before: PolicyV1): Policy {
  const { owner, source, rules, ...rest } = before;
  const knowsEmergencies = before.changeTypes.some(({ emergency }) => emergency);
  return {
    ...rest,
    schemaVersion: 2,
    about: { ...(owner === undefined ? {} : { owner }), ...(source === undefined ? {} : { source }) },
    categories: [],
    risk: { how: 'asked', levels: [] },
    fields: [],
    terms: [],
    scope: {},
    emergencies: { mode: knowsEmergencies ? 'implement-first' : 'not-allowed', bypasses: [], tell: [] },
    exceptions: 'none',
    delegation: 'none',
    calendar: { windows: [] },
    records: { retentionMonths: null, legalHold: false, notifications: [] },
    clocks: [],
    questions: [],
    answers: {},
    rules: rules.map(upgradeRule),
  };
}

function upgradeRule(rule: PolicyV1['rules'][number]): Rule {
  return rule.kind === 'requester-is-not-approver'
    ? { ...rule, kind: 'separate-duties', pairs: [['requester', 'approver']] }
    : rule;
}
