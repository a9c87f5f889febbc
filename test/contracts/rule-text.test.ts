import { describe, expect, it } from '@jest/globals';
import { requirementText, ruleText } from '../../src/contracts/rule-text';
import type { Requirement } from '../../src/domain/approval/requirement';
import type { Condition } from '../../src/domain/policy/condition';
import type { Rule } from '../../src/domain/policy/policy';
import { genericPolicy } from '../../src/policies/generic';
import { approvalRule, fieldsRule, policyWith, separationRule } from '../builders/policies';

const policy = policyWith([]);
const owner = { role: 'owner' };
const security = { role: 'security' };
const board = { role: 'board' };
const normal: Condition = { field: 'changeType', in: ['Normal'] };
const high: Condition = { field: 'riskLevel', in: ['Medium', 'High'] };

describe('a rule in words', () => {
  it.each<[Rule, string]>([
    [fieldsRule(), 'Blocks Authorize until Description is filled in.'],
    [
      fieldsRule({ gates: ['submit', 'implement', 'close'], fields: ['testPlan', 'testResults'] }),
      'Blocks Submit, Implement and Close until Test plan and Test results are filled in.',
    ],
    [fieldsRule({ strength: 'warn' }), 'Asks for a reason at Authorize unless Description is filled in.'],
    [approvalRule(), 'Blocks Authorize until the Service Owner has approved the plan as it stands.'],
    [
      approvalRule({ requirement: { allOf: [owner, security] } }),
      'Blocks Authorize until the Service Owner and the Security Officer have approved the plan as it stands.',
    ],
    [
      approvalRule({ requirement: { anyOf: [owner, security] } }),
      'Blocks Authorize until the Service Owner or the Security Officer has approved the plan as it stands.',
    ],
    [
      { ...fieldsRule(), kind: 'standard-catalogue' },
      'Blocks Authorize until Standard change template names an entry of the catalogue (Monthly patch or Add a user).',
    ],
    [
      { ...fieldsRule(), kind: 'allowed-types', types: ['Normal', 'Emergency'] },
      'Blocks Authorize until the change type is Normal or Emergency.',
    ],
    [separationRule(), 'Leaves the vote of whoever asked for the change out of the count at Authorize.'],
    [
      separationRule({ when: high }),
      'Leaves the vote of whoever asked for the change out of the count at Authorize when Risk level is Medium or High.',
    ],
  ])('%#', (rule, text) => {
    expect(ruleText(rule, policy)).toBe(text);
  });

  it('reads well when condition, order and gates come together', () => {
    const emergency: Condition = { field: 'changeType', in: ['Emergency'] };
    const rule = approvalRule({
      gates: ['authorize', 'implement'],
      when: { all: [{ not: emergency }, { any: [{ not: normal }, high] }] },
      requirement: { allOf: [owner, board], inOrder: true },
    });
    expect(ruleText(rule, policy)).toBe(
      'Blocks Authorize and Implement when Change type is not Emergency and (Change type is not Normal or Risk level is Medium or High) until the Service Owner, then the Change Board have approved the plan as it stands.',
    );
  });

  it('is one plain sentence for every rule of the generic policy', () => {
    const texts = genericPolicy.rules.map((rule) => ruleText(rule, genericPolicy));
    expect(texts.filter((text) => !/^[A-Z][^\n]*\.$/.test(text) || /undefined|\[object/.test(text))).toEqual([]);
  });
});

describe('a condition in words', () => {
  it.each<[Condition, string]>([
    [{ not: high }, 'Risk level is not Medium or High'],
    [{ all: [normal, high] }, 'Change type is Normal and Risk level is Medium or High'],
    [{ any: [normal, high] }, '(Change type is Normal or Risk level is Medium or High)'],
    [
      { any: [{ all: [normal, high] }, normal] },
      '((Change type is Normal and Risk level is Medium or High) or Change type is Normal)',
    ],
    [{ not: { all: [normal, high] } }, 'it is not so that (Change type is Normal and Risk level is Medium or High)'],
    [{ not: { any: [normal, high] } }, 'it is not so that (Change type is Normal or Risk level is Medium or High)'],
    [{ not: { not: normal } }, 'it is not so that Change type is not Normal'],
  ])('%j', (when, text) => {
    expect(ruleText(fieldsRule({ when }), policy)).toBe(
      `Blocks Authorize when ${text} until Description is filled in.`,
    );
  });
});

describe('a requirement in words', () => {
  it.each<[Requirement, string]>([
    [owner, 'the Service Owner'],
    [{ allOf: [owner, security, board] }, 'the Service Owner, the Security Officer and the Change Board'],
    [{ allOf: [owner, board], inOrder: true }, 'the Service Owner, then the Change Board'],
    [
      { allOf: [owner, { anyOf: [security, board] }] },
      'the Service Owner and (the Security Officer or the Change Board)',
    ],
    [
      { anyOf: [{ allOf: [owner, security] }, board] },
      '(the Service Owner and the Security Officer) or the Change Board',
    ],
    [{ allOf: [{ anyOf: [owner, board] }] }, 'the Service Owner or the Change Board'],
  ])('%j leaves no doubt what belongs together', (requirement, text) => {
    expect(requirementText(requirement, policy)).toBe(text);
  });
});
