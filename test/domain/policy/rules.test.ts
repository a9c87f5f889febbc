import { describe, expect, it } from '@jest/globals';
import type { Gate } from '../../../src/domain/change/lifecycle';
import type { Rule } from '../../../src/domain/policy/policy';
import { evaluateRule } from '../../../src/domain/policy/rule-list';
import { changeFacts, REQUESTER, type FactsOverrides, unread } from '../../builders/change-facts';
import { fieldsRule, policyWith, separationRule } from '../../builders/policies';
import { withVotes } from '../../builders/votes';

const UNREAD = unread('Field of the test', 'no-such-field');
const mend = { do: 'mend-lookup', cause: UNREAD.cause };

function find(rule: Rule, facts: FactsOverrides, gate: Gate = 'authorize') {
  return evaluateRule(rule, { policy: policyWith([rule]), facts: changeFacts(facts), gate });
}

describe('required fields', () => {
  const rule = fieldsRule({ fields: ['description', 'testPlan'] });

  it('finds each field by itself, in the order of the rule', () => {
    expect(find(rule, { fields: { testPlan: null } })).toEqual([
      { met: 'yes', reason: { code: 'field-filled', field: 'description' } },
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'testPlan' },
        remedy: { do: 'fill-field', field: 'testPlan' },
      },
    ]);
  });

  it.each([null, '', ' ', '\n\t\u00a0'])('takes %j for an empty field', (description) => {
    expect(find(rule, { fields: { description } })[0]?.met).toBe('no');
  });

  it('takes a field that could not be read neither for filled nor for empty', () => {
    expect(find(rule, { fields: { description: UNREAD } })[0]).toEqual({
      met: 'unknown',
      reason: { code: 'field-unknown', field: 'description', cause: UNREAD.cause },
      remedy: mend,
    });
  });
});

describe('allowed types', () => {
  const rule: Rule = { ...fieldsRule(), kind: 'allowed-types', types: ['Emergency', 'Normal'] };

  it('lets the named types pass, without regard to case', () => {
    expect(find(rule, { fields: { changeType: 'EMERGENCY' } })).toEqual([
      { met: 'yes', reason: { code: 'type-allowed', type: 'EMERGENCY' } },
    ]);
  });

  it('refuses another type and says which ones pass', () => {
    expect(find(rule, { fields: { changeType: 'Standard' } })).toEqual([
      {
        met: 'no',
        reason: { code: 'type-not-allowed', type: 'Standard', types: ['Emergency', 'Normal'] },
        remedy: { do: 'use-other-path', types: ['Emergency', 'Normal'] },
      },
    ]);
  });

  it('asks a change without a type for one', () => {
    expect(find(rule, { fields: { changeType: null } })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'changeType' },
        remedy: { do: 'fill-field', field: 'changeType' },
      },
    ]);
  });

  it('does not know where the type could not be read', () => {
    expect(find(rule, { fields: { changeType: UNREAD } })).toEqual([
      { met: 'unknown', reason: { code: 'field-unknown', field: 'changeType', cause: UNREAD.cause }, remedy: mend },
    ]);
  });
});

describe('the catalogue of standard changes', () => {
  const rule: Rule = { ...fieldsRule(), kind: 'standard-catalogue' };

  it.each(['patch', 'Monthly patch', ' MONTHLY PATCH ', 'Patch'])('finds the entry named %j', (standardTemplate) => {
    expect(find(rule, { fields: { standardTemplate } })).toEqual([
      { met: 'yes', reason: { code: 'in-catalogue', entry: 'Monthly patch' } },
    ]);
  });

  it.each(['Monthly', 'patch, add-user', '', null])('finds no entry named %j and offers those there are', (entry) => {
    expect(find(rule, { fields: { standardTemplate: entry } })).toEqual([
      {
        met: 'no',
        reason: { code: 'not-in-catalogue', entry, entries: ['Monthly patch', 'Add a user'] },
        remedy: { do: 'choose-catalogue-entry', entries: ['Monthly patch', 'Add a user'] },
      },
    ]);
  });

  it('does not know where the field could not be read', () => {
    expect(find(rule, { fields: { standardTemplate: UNREAD } })[0]?.met).toBe('unknown');
  });
});

describe('requesters do not approve', () => {
  const policy = policyWith([separationRule()]);

  it('is satisfied where none of them voted at this gate', () => {
    const facts = withVotes(changeFacts(), policy, [{ by: 'account-owner' }, { by: REQUESTER, gate: 'close' }]);
    expect(evaluateRule(separationRule(), { policy, facts, gate: 'authorize' })).toEqual([
      { met: 'yes', reason: { code: 'requester-did-not-vote' } },
    ]);
  });

  it('says once whose vote is left out', () => {
    const facts = withVotes(changeFacts(), policy, [{ by: REQUESTER }, { by: REQUESTER, decision: 'decline' }]);
    expect(evaluateRule(separationRule(), { policy, facts, gate: 'authorize' })).toEqual([
      { met: 'yes', reason: { code: 'requester-vote-ignored', by: REQUESTER } },
    ]);
  });

  it('does not know where the requesters could not be read', () => {
    expect(find(separationRule(), { requesters: UNREAD })).toEqual([
      { met: 'unknown', reason: { code: 'requesters-unknown', cause: UNREAD.cause }, remedy: mend },
    ]);
  });
});
