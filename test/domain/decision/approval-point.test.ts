import { describe, expect, it } from '@jest/globals';
import { approvalPoint } from '../../../src/domain/decision/decide-vote';
import { isEmergency } from '../../../src/domain/policy/emergency';
import { changeFacts, unread } from '../../builders/change-facts';
import { approvalRule, policyWith } from '../../builders/policies';

const HIGH = { field: 'riskLevel', in: ['High'] } as const;
const UNREAD = unread('Jira did not answer');

const policy = policyWith([
  approvalRule({ id: 'all', gates: ['authorize', 'implement'] }),
  approvalRule({ id: 'high', gates: ['authorize'], when: HIGH }),
  approvalRule({ id: 'after', gates: ['close'], point: 'close' }),
]);

/** The point and the rules that ask there, e.g. `authorize: all high`. */
function point(...[overrides]: Parameters<typeof changeFacts>): string | undefined {
  const found = approvalPoint(policy, changeFacts(overrides));
  return found && `${found.gate}: ${found.rules.map(({ id }) => id).join(' ')}`;
}

describe('the point at which approvals are asked for', () => {
  it('is the one of the gate ahead', () => {
    expect(point({ stage: 'assessment' })).toBe('authorize: all');
    expect(point({ stage: 'verification' })).toBe('close: after');
    expect(point({ stage: 'rolled-back' })).toBe('close: after');
  });

  it('stays where the votes are collected while a later gate looks at them again', () => {
    expect(point({ stage: 'approved' })).toBe('authorize: all');
  });

  it('counts the rules whose condition holds, and those of which nobody knows', () => {
    expect(point({ stage: 'assessment', fields: { riskLevel: 'High' } })).toBe('authorize: all high');
    expect(point({ stage: 'assessment', fields: { riskLevel: UNREAD } })).toBe('authorize: all high');
  });

  it.each(['draft', 'implementing', 'closed', 'rejected', 'cancelled'] as const)('is none in %s', (stage) => {
    expect(point({ stage })).toBeUndefined();
  });

  it('is none while nobody knows where the change stands', () => {
    expect(point({ stage: UNREAD })).toBeUndefined();
  });
});

describe('an emergency', () => {
  it.each([
    ['Emergency', true],
    ['eMERGENCY', true],
    ['Normal', false],
    ['Unheard of', false],
    [null, false],
    [UNREAD, false],
  ])('is told by its type: %j', (changeType, expected) => {
    expect(isEmergency(policy, changeFacts({ fields: { changeType } }))).toBe(expected);
  });
});
