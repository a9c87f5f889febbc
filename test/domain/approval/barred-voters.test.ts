import { describe, expect, it } from '@jest/globals';
import { barsAt, type WeighingContext } from '../../../src/domain/approval/barred-voters';
import { known } from '../../../src/domain/change/change-facts';
import type { RuleOf } from '../../../src/domain/policy/policy-rule';
import { changeFacts, unread, type FactsOverrides } from '../../builders/change-facts';
import { policyWith, separationRule } from '../../builders/policies';

const HIGH = { field: 'riskLevel', in: ['High'] };
const UNREAD = unread('Jira did not answer');

function barred(
  rule: Partial<RuleOf<'separate-duties'>>,
  facts: FactsOverrides = {},
  gate?: WeighingContext['gate'],
): readonly string[] {
  const context = { policy: policyWith([separationRule(rule)]), facts: changeFacts(facts), ...(gate && { gate }) };
  return barsAt(context, 'authorize').barred.map(({ person, duty }) => `${person}: ${duty}`);
}

describe('who may not vote', () => {
  it('is everybody with a duty that is not to go with approving, whichever comes first in the pair', () => {
    const requesters = ['ann', 'ben'];
    expect(barred({ pairs: [['requester', 'approver']] }, { requesters })).toEqual([
      'ann: requester',
      'ben: requester',
    ]);
    expect(barred({ pairs: [['approver', 'requester']] }, { requesters })).toEqual([
      'ann: requester',
      'ben: requester',
    ]);
  });

  it('is told by the fields for other duties, and nobody while they are empty', () => {
    const pairs = [
      ['approver', 'implementer'],
      ['tester', 'approver'],
    ] as const;
    expect(barred({ pairs }, { fields: { implementer: 'ivo', tester: 'tea' } })).toEqual([
      'ivo: implementer',
      'tea: tester',
    ]);
    expect(barred({ pairs }, { fields: { implementer: null, tester: ' ' } })).toEqual([]);
  });

  it('is whoever passes the gate, where that is known, if approving is separated from closing', () => {
    const pairs = [['approver', 'closer']] as const;
    expect(barred({ pairs }, { actor: known('cleo') })).toEqual(['cleo: closer']);
    expect(barred({ pairs })).toEqual([]);
  });

  it('is nobody by a pair without the approver, or with two of them', () => {
    const pairs = [
      ['requester', 'implementer'],
      ['approver', 'approver'],
    ] as const;
    expect(barred({ pairs })).toEqual([]);
  });

  it('is nobody while it is not known who has the duty', () => {
    expect(barred({}, { requesters: UNREAD })).toEqual([]);
  });

  it('is told by rules at the point of the votes or at the gate in question', () => {
    expect(barred({ gates: ['authorize'] }, {}, 'close')).toHaveLength(1);
    expect(barred({ gates: ['close'] }, {}, 'close')).toHaveLength(1);
    expect(barred({ gates: ['close'] }, {}, 'implement')).toEqual([]);
    expect(barred({ gates: ['close'] })).toEqual([]);
  });

  it('is told by rules that apply, or of which nobody knows whether they do', () => {
    expect(barred({ when: HIGH }, { fields: { riskLevel: 'High' } })).toHaveLength(1);
    expect(barred({ when: HIGH }, { fields: { riskLevel: UNREAD } })).toHaveLength(1);
    expect(barred({ when: HIGH }, { fields: { riskLevel: 'Low' } })).toEqual([]);
  });

  it('is nobody by a rule that only warns', () => {
    expect(barred({ strength: 'warn' })).toEqual([]);
  });
});
