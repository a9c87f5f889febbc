import { describe, expect, it } from '@jest/globals';
import { checklistOf } from '../../../src/domain/policy/checklist';
import type { Finding, RuleResult } from '../../../src/domain/policy/evaluation';
import { unread } from '../../builders/change-facts';

const { cause } = unread('Jira did not answer');

function filled(field: string): Finding {
  return { met: 'yes', reason: { code: 'field-filled', field } };
}

function empty(field: string): Finding {
  return { met: 'no', reason: { code: 'field-empty', field }, remedy: { do: 'fill-field', field } };
}

function notRead(field: string): Finding {
  return { met: 'unknown', reason: { code: 'field-unknown', field, cause }, remedy: { do: 'mend-lookup', cause } };
}

function approved(role: string): Finding {
  return { met: 'yes', reason: { code: 'approved', role, by: 'account-owner', at: '2026-03-02T09:00:00.000Z' } };
}

function missing(role: string): Finding {
  return { met: 'no', reason: { code: 'approval-missing', role }, remedy: { do: 'approve', role } };
}

function result(overrides: Partial<RuleResult>): RuleResult {
  return { ruleId: 'rule', clauses: ['T-1'], strength: 'block', status: 'unmet', findings: [], ...overrides };
}

function checklist(...rules: readonly RuleResult[]) {
  return checklistOf({
    ...{ verdict: 'block', gate: 'authorize', instant: '2026-03-02T09:00:00.000Z' },
    ...{ policyId: 'TEST', policyVersion: '1' },
    rules,
  });
}

/** One line for each item, e.g. `unmet field-empty testPlan T-1`. */
function lines(...rules: readonly RuleResult[]): readonly string[] {
  return checklist(...rules).map(({ state, reason, clauses }) => {
    const about = 'field' in reason ? [reason.field] : 'role' in reason ? [reason.role] : [];
    return [state, reason.code, ...about, ...clauses].join(' ');
  });
}

describe('the checklist of an evaluation', () => {
  it('puts first what is missing, then what is not known, was waived or excepted, and what is done', () => {
    const rules = [
      result({ status: 'met', findings: [filled('description')] }),
      result({ status: 'excepted', findings: [empty('scope')] }),
      result({ status: 'waived', findings: [empty('verification'), filled('deviationReason')] }),
      result({ status: 'unknown', findings: [notRead('impactAnalysis')] }),
      result({ status: 'unmet', findings: [filled('summary'), empty('testPlan')] }),
    ];
    expect(lines(...rules)).toEqual([
      'unmet field-empty testPlan T-1',
      'unknown field-unknown impactAnalysis T-1',
      'waived field-empty verification T-1',
      'excepted field-empty scope T-1',
      'met field-filled description T-1',
      'met field-filled deviationReason T-1',
      'met field-filled summary T-1',
    ]);
  });

  it('says of what passes with a reason or an exception that it is not known, too', () => {
    expect(lines(result({ status: 'waived', findings: [notRead('scope')] }))).toEqual([
      'waived field-unknown scope T-1',
    ]);
  });

  it('tells what is missing from what is not known in one rule', () => {
    expect(lines(result({ status: 'unmet', findings: [notRead('scope'), empty('testPlan')] }))).toEqual([
      'unmet field-empty testPlan T-1',
      'unknown field-unknown scope T-1',
    ]);
    expect(lines(result({ status: 'unknown', findings: [empty('riskLevel')] }))).toEqual([
      'unmet field-empty riskLevel T-1',
    ]);
  });

  it('shows once what several rules ask for, with all their clauses in the order of the policy', () => {
    const first = result({ ruleId: 'first', clauses: ['T-1', 'T-2'], findings: [empty('testPlan')] });
    const second = result({ ruleId: 'second', clauses: ['T-3', 'T-1'], findings: [empty('testPlan')] });
    expect(checklist(first, second)).toEqual([
      {
        ruleId: 'first',
        state: 'unmet',
        reason: { code: 'field-empty', field: 'testPlan' },
        remedy: { do: 'fill-field', field: 'testPlan' },
        clauses: ['T-1', 'T-2', 'T-3'],
      },
    ]);
  });

  it('keeps the remedy where only one of the rules has one, and none where none has', () => {
    const with_ = result({ findings: [empty('testPlan')] });
    const without = result({ findings: [{ met: 'no', reason: { code: 'field-empty', field: 'testPlan' } }] });
    const remedy = { do: 'fill-field', field: 'testPlan' };
    expect(checklist(with_, without)[0]?.remedy).toEqual(remedy);
    expect(checklist(without, with_)[0]?.remedy).toEqual(remedy);
    expect(checklist(without)[0]).not.toHaveProperty('remedy');
  });

  it('takes the more urgent state where a warning was waived and a block stands', () => {
    const soft = result({ clauses: ['T-1'], strength: 'warn', status: 'waived', findings: [empty('testPlan')] });
    const hard = result({ clauses: ['T-2'], findings: [empty('testPlan')] });
    expect(lines(soft, hard)).toEqual(['unmet field-empty testPlan T-1 T-2']);
    expect(lines(hard, soft)).toEqual(['unmet field-empty testPlan T-2 T-1']);
  });

  it('holds nothing of a rule that does not apply', () => {
    expect(lines(result({ status: 'not-applicable' }))).toEqual([]);
  });
});

describe('the parts of a finding', () => {
  it('are asked for one by one, not as the bracket around them', () => {
    const either: Finding = { met: 'no', reason: { code: 'any-of' }, parts: [missing('security'), missing('board')] };
    const all: Finding = { met: 'no', reason: { code: 'all-of' }, parts: [approved('owner'), either] };
    expect(lines(result({ findings: [all] }))).toEqual([
      'unmet approval-missing security T-1',
      'unmet approval-missing board T-1',
      'met approved owner T-1',
    ]);
  });

  it('are not asked for once one that is enough is met', () => {
    const either: Finding = { met: 'yes', reason: { code: 'any-of' }, parts: [missing('security'), approved('owner')] };
    expect(lines(result({ status: 'met', findings: [either] }))).toEqual(['met approved owner T-1']);
  });

  it('say what a condition could not look at, once for all rules with the condition', () => {
    const undecided: Finding = {
      ...{ met: 'unknown', reason: { code: 'condition-unknown', ruleId: 'x' } },
      parts: [notRead('riskLevel')],
    };
    const first = result({ clauses: ['T-1'], status: 'unknown', findings: [undecided] });
    const second = result({ clauses: ['T-2'], status: 'unknown', findings: [undecided] });
    expect(lines(first, second)).toEqual(['unknown field-unknown riskLevel T-1 T-2']);
  });

  it('leave it to the finding itself where there are none', () => {
    const undecided: Finding = { met: 'unknown', reason: { code: 'condition-unknown', ruleId: 'x' }, parts: [] };
    expect(lines(result({ status: 'unknown', findings: [undecided] }))).toEqual(['unknown condition-unknown T-1']);
  });
});

describe('a group of fields of which one is enough', () => {
  const fields = ['testResults', 'testEvidence'];
  const reason = { code: 'one-of-fields', fields } as const;
  const remedy = { do: 'fill-one-of', fields } as const;

  it('is asked for as a whole', () => {
    const parts = fields.map(empty);
    expect(checklist(result({ findings: [{ met: 'no', reason, remedy, parts }] }))).toEqual([
      { ruleId: 'rule', state: 'unmet', reason, remedy, clauses: ['T-1'] },
    ]);
  });

  it('says which of them could not be read', () => {
    const parts = [empty('testResults'), notRead('testEvidence')];
    expect(lines(result({ status: 'unknown', findings: [{ met: 'unknown', reason, remedy, parts }] }))).toEqual([
      'unknown one-of-fields T-1',
      'unknown field-unknown testEvidence T-1',
    ]);
  });

  it('shows the one that is filled', () => {
    const parts = [empty('testResults'), filled('testEvidence')];
    expect(lines(result({ status: 'met', findings: [{ met: 'yes', reason, parts }] }))).toEqual([
      'met field-filled testEvidence T-1',
    ]);
  });
});
