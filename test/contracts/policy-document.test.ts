import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Policy } from '../../src/domain/policy/policy';
import { PRESETS } from '../../src/policies/presets';
import { approvalRule, fieldsRule, policyWith } from '../builders/policies';

const problems = (document: unknown) =>
  policyDocument.safeParse(document).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const broken = (change: (policy: Policy) => unknown) => change(policyWith([approvalRule(), fieldsRule()]));

describe('a policy document', () => {
  it.each(PRESETS.map((policy) => [policy.id, policy] as const))('reads the preset %s as it is', (_id, policy) => {
    expect(policyDocument.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it.each<[string, unknown, string]>([
    ['a key that nothing reads', broken((policy) => ({ ...policy, rule: [] })), ': Unrecognized key: "rule"'],
    [
      'a misspelt key of a rule',
      broken((policy) => ({ ...policy, rules: [{ ...fieldsRule(), wen: { field: 'riskLevel', in: ['High'] } }] })),
      'rules.0: Unrecognized key: "wen"',
    ],
    [
      'a rule for a clause that is not there',
      broken((policy) => ({ ...policy, rules: [fieldsRule({ clauses: ['T-9'] })] })),
      'rules.0.clauses: There is no clause "T-9".',
    ],
    [
      'an approval by a role that is not there',
      broken((policy) => ({
        ...policy,
        rules: [approvalRule({ requirement: { allOf: [{ role: 'owner' }, { anyOf: [{ role: 'ceo' }] }] } })],
      })),
      'rules.0.requirement: There is no role "ceo".',
    ],
    [
      'a condition on a change type that is not there',
      broken((policy) => ({
        ...policy,
        rules: [fieldsRule({ when: { not: { any: [{ field: 'changeType', in: ['normal', 'Major'] }] } } })],
      })),
      'rules.0.when: There is no change type "Major".',
    ],
    [
      'a catalogue entry that nobody approves',
      broken((policy) => ({ ...policy, standardChanges: [{ id: 'a', title: 'A', preApprovedBy: 'ceo' }] })),
      'standardChanges.0.preApprovedBy: There is no role "ceo".',
    ],
    [
      'two rules of one name',
      broken((policy) => ({ ...policy, rules: [fieldsRule(), fieldsRule()] })),
      'rules.1.id: "fields" is there more than once.',
    ],
    [
      'two change types that differ in case only',
      broken((policy) => ({
        ...policy,
        changeTypes: [...policy.changeTypes, { id: 'NORMAL', description: '', emergency: false }],
      })),
      'changeTypes.3.id: "normal" is there more than once.',
    ],
    ['a blank title', broken((policy) => ({ ...policy, title: ' ' })), 'title: This must not be blank.'],
  ])('is refused with %s', (_what, document, problem) => {
    expect(problems(document)).toContain(problem);
  });

  it.each<[string, unknown]>([
    ['a field that no change has', broken((policy) => ({ ...policy, materialFields: ['colour'] }))],
    ['an unknown kind of rule', broken((policy) => ({ ...policy, rules: [{ ...fieldsRule(), kind: 'magic' }] }))],
    ['a rule without a gate', broken((policy) => ({ ...policy, rules: [fieldsRule({ gates: [] })] }))],
    [
      'a requirement of nothing',
      broken((policy) => ({ ...policy, rules: [approvalRule({ requirement: { allOf: [] } })] })),
    ],
    ['another schema version', broken((policy) => ({ ...policy, schemaVersion: 2 }))],
    ['no change type', broken((policy) => ({ ...policy, changeTypes: [] }))],
  ])('is refused with %s', (_what, document) => {
    expect(problems(document)).not.toEqual([]);
  });
});
