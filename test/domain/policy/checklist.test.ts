import { describe, expect, it } from '@jest/globals';
import { checklistOf } from '../../../src/domain/policy/checklist';
import { evaluatePolicy } from '../../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts, type FactsOverrides, unread } from '../../builders/change-facts';
import { approvalRule, fieldsRule, policyWith } from '../../builders/policies';
import { withVotes } from '../../builders/votes';

const UNREAD = unread('Jira did not answer');

function checklist(policy: Policy, facts: FactsOverrides = {}) {
  return checklistOf(evaluatePolicy(policy, changeFacts(facts), 'authorize', '2026-03-02T09:00:00.000Z'));
}

/** One line for each item, e.g. `unmet field-empty T-1`. */
function lines(policy: Policy, facts: FactsOverrides = {}): readonly string[] {
  return checklist(policy, facts).map(({ state, reason, clauses }) => [state, reason.code, ...clauses].join(' '));
}

describe('the checklist of an evaluation', () => {
  it('puts first what is missing, then what is not known, what was waived, and what is done', () => {
    const policy = policyWith([
      fieldsRule({ id: 'done', fields: ['description'] }),
      fieldsRule({ id: 'soft', fields: ['verification'], strength: 'warn' }),
      fieldsRule({ id: 'unread', fields: ['impactAnalysis'] }),
      fieldsRule({ id: 'missing', fields: ['testPlan'] }),
    ]);
    const fields = { verification: null, impactAnalysis: UNREAD, testPlan: null, deviationReason: 'No staging.' };
    expect(lines(policy, { fields })).toEqual([
      'unmet field-empty T-1',
      'unknown field-unknown T-1',
      'waived field-empty T-1',
      'met type-allowed',
      'met field-filled T-1',
      'met field-filled T-1',
    ]);
  });

  it('shows once what several rules ask for, with all their clauses in the order of the policy', () => {
    const policy = policyWith([
      fieldsRule({ id: 'first', clauses: ['T-1', 'T-2'], fields: ['testPlan'] }),
      fieldsRule({ id: 'second', clauses: ['T-3', 'T-1'], fields: ['testPlan'] }),
    ]);
    expect(checklist(policy, { fields: { testPlan: null } })[0]).toEqual({
      ruleId: 'first',
      state: 'unmet',
      reason: { code: 'field-empty', field: 'testPlan' },
      remedy: { do: 'fill-field', field: 'testPlan' },
      clauses: ['T-1', 'T-2', 'T-3'],
    });
  });

  it('takes the more urgent state where a warning was waived and a block stands', () => {
    const soft = fieldsRule({ id: 'soft', clauses: ['T-1'], fields: ['testPlan'], strength: 'warn' });
    const hard = fieldsRule({ id: 'hard', clauses: ['T-2'], fields: ['testPlan'] });
    const fields = { testPlan: null, deviationReason: 'No staging.' };
    expect(lines(policyWith([soft, hard]), { fields })[0]).toBe('unmet field-empty T-1 T-2');
    expect(lines(policyWith([hard, soft]), { fields })[0]).toBe('unmet field-empty T-2 T-1');
  });

  it('asks for each missing approval by itself, not for the bracket around them', () => {
    const policy = policyWith([
      approvalRule({
        requirement: { allOf: [{ role: 'owner' }, { anyOf: [{ role: 'security' }, { role: 'board' }] }] },
      }),
    ]);
    expect(lines(policy)).toEqual([
      'unmet approval-missing T-1',
      'unmet approval-missing T-1',
      'unmet approval-missing T-1',
      'met type-allowed',
    ]);
  });

  it('asks for no alternative once one of them is met', () => {
    const policy = policyWith([approvalRule({ requirement: { anyOf: [{ role: 'security' }, { role: 'owner' }] } })]);
    const { votes } = withVotes(changeFacts(), policy, [{}]);
    expect(lines(policy, { votes })).toEqual(['met type-allowed', 'met approved T-1']);
  });

  it('says of an undecided condition which field could not be read, once for all rules that look at it', () => {
    const when = { field: 'riskLevel', in: ['High'] } as const;
    const policy = policyWith([
      fieldsRule({ id: 'first', clauses: ['T-1'], when }),
      approvalRule({ id: 'second', clauses: ['T-2'], when }),
    ]);
    expect(lines(policy, { fields: { riskLevel: UNREAD } })).toEqual([
      'unknown field-unknown T-1 T-2',
      'met type-allowed',
    ]);
  });

  it('holds nothing of a rule that does not apply', () => {
    const policy = policyWith([fieldsRule({ when: { field: 'riskLevel', in: ['High'] } })]);
    expect(lines(policy)).toEqual(['met type-allowed']);
  });
});
