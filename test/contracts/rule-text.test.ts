import { describe, expect, it } from '@jest/globals';
import { conditionText, durationText, requirementText, ruleText } from '../../src/contracts/rule-text';
import type { Requirement } from '../../src/domain/approval/requirement';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy } from '../../src/domain/policy/policy';
import type { Rule, RuleOf } from '../../src/domain/policy/policy-rule';
import { PRESETS } from '../../src/policies/presets';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith, separationRule } from '../builders/policies';

const policy = policyWith([], {
  fields: [{ id: 'blastRadius', title: 'Blast radius', kind: 'number' }],
  questions: [
    {
      id: 'which',
      clauses: [],
      ask: 'Which clause holds?',
      kind: 'choice',
      options: [
        { id: 'four', title: 'Clause 4' },
        { id: 'five', title: 'Clause 5' },
      ],
    },
  ],
  exceptions: { clauses: [], requirement: { role: 'board' }, askedWith: [], granted: [] },
});
const owner = { role: 'owner' };
const security = { role: 'security' };
const board = { role: 'board' };
const normal: Condition = { field: 'changeType', in: ['Normal'] };
const high: Condition = { field: 'riskLevel', in: ['Medium', 'High'] };

const at = <K extends Rule['kind']>(kind: K) => ({ ...AT_AUTHORIZE, id: kind, kind });

/** For every kind of rule what a person reads. The compiler refuses a kind that is missing. */
const RULES: { readonly [K in Rule['kind']]: readonly (readonly [RuleOf<K>, string, Policy?])[] } = {
  'required-fields': [
    [fieldsRule(), 'Blocks Authorize until Description is filled in.'],
    [
      fieldsRule({ gates: ['submit', 'implement', 'close'], fields: ['testPlan', 'blastRadius'] }),
      'Blocks Submit, Implement and Close until Test plan and Blast radius are filled in.',
    ],
    [
      fieldsRule({ fields: ['summary', { oneOf: ['incident', 'emergencyReason'] }] }),
      'Blocks Authorize until Summary and one of Incident or Emergency reason are filled in.',
    ],
    [fieldsRule({ strength: 'warn' }), 'Asks for a reason at Authorize unless Description is filled in.'],
  ],
  approval: [
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
      approvalRule({ veto: 'nobody', wait: { businessDays: 2 }, expiresAfterHours: 72 }),
      'Blocks Authorize until the Service Owner has approved the plan as it stands. A decline does not stop the change. The approvals must have been there for 2 business days. An approval counts for 72 hours.',
    ],
    [
      approvalRule({ veto: ['security', 'board'], humansOnly: true, distinctPeople: true }),
      'Blocks Authorize until the Service Owner has approved the plan as it stands. Only a decline by the Security Officer or the Change Board stops the change. Only accounts of people count. Nobody fills two places.',
    ],
    [
      approvalRule({ humansOnly: false, distinctPeople: false }),
      'Blocks Authorize until the Service Owner has approved the plan as it stands.',
    ],
  ],
  'separate-duties': [
    [
      separationRule(),
      'Blocks Authorize until nobody is both requester and approver. A vote by the requester does not count.',
    ],
    [
      separationRule({
        pairs: [
          ['approver', 'requester'],
          ['implementer', 'approver'],
          ['implementer', 'tester'],
        ],
      }),
      'Blocks Authorize until nobody is both approver and requester, both implementer and approver or both implementer and tester. A vote by the requester or the implementer does not count.',
    ],
    [
      separationRule({ pairs: [['implementer', 'tester']] }),
      'Blocks Authorize until nobody is both implementer and tester.',
    ],
  ],
  'same-person': [
    [
      { ...at('same-person'), gates: ['close'], pairs: [['approver', 'verifier']] },
      'Blocks Close until the approver is also the verifier.',
    ],
  ],
  'who-may': [
    [
      { ...at('who-may'), duty: 'implementer', roles: ['owner'] },
      'Blocks Authorize until the implementer holds the role Service Owner.',
    ],
    [
      { ...at('who-may'), duty: 'closer', roles: ['owner', 'board'] },
      'Blocks Authorize until the person closing the change holds one of the roles Service Owner and Change Board.',
    ],
  ],
  authorship: [
    [
      { ...at('authorship'), fields: ['riskAssessment'], by: { duty: 'approver' } },
      'Blocks Authorize until Risk assessment, if filled in, was written by the approver.',
    ],
    [
      { ...at('authorship'), fields: ['outcome', 'verification'], by: { roles: ['owner'] } },
      'Blocks Authorize until Outcome and Verification, if filled in, were written by somebody with the role Service Owner.',
    ],
  ],
  'outside-freezes': [
    [
      { ...at('outside-freezes'), freezes: ['hard'] },
      'Blocks Authorize until the planned time touches no hard freeze.',
    ],
    [
      { ...at('outside-freezes'), freezes: ['hard', 'soft'] },
      'Blocks Authorize until the planned time touches no freeze.',
    ],
  ],
  'in-maintenance-window': [
    [
      { ...at('in-maintenance-window'), strength: 'warn' },
      'Asks for a reason at Authorize unless the planned time lies in a maintenance window.',
    ],
  ],
  notice: [
    [
      { ...at('notice'), notice: { businessDays: 1 } },
      'Blocks Authorize until the planned start is at least 1 business day ahead.',
    ],
  ],
  'no-overlap': [
    [at('no-overlap'), 'Blocks Authorize until no other change is planned on the same services at the same time.'],
  ],
  'test-suites': [
    [{ ...at('test-suites'), suites: ['unit'] }, 'Blocks Authorize until the test suite unit has passed.'],
    [
      { ...at('test-suites'), suites: ['unit', 'security'] },
      'Blocks Authorize until the test suites unit and security have passed.',
    ],
  ],
  'documents-updated': [
    [at('documents-updated'), 'Blocks Authorize until every affected document is marked as updated.'],
  ],
  'post-implementation-review': [
    [
      { ...at('post-implementation-review'), meeting: false },
      'Blocks Authorize until Post-implementation review is filled in.',
    ],
    [
      { ...at('post-implementation-review'), meeting: true },
      'Blocks Authorize until Post-implementation review is filled in and the review meeting was held.',
    ],
  ],
  'standard-catalogue': [
    [
      at('standard-catalogue'),
      'Blocks Authorize until Standard change template names an entry of the catalogue (Monthly patch or Add a user).',
    ],
    [
      at('standard-catalogue'),
      'Blocks Authorize until Standard change template names an entry of the catalogue, which is empty.',
      policyWith([], { standardChanges: [] }),
    ],
  ],
  'allowed-types': [
    [
      { ...at('allowed-types'), types: ['Normal', 'Emergency'] },
      'Blocks Authorize unless the change type is Normal or Emergency.',
    ],
  ],
  'emergency-path': [
    [at('emergency-path'), 'Blocks Authorize unless the change is an emergency (Emergency).'],
    [
      at('emergency-path'),
      'Blocks Authorize until the policy has a way of its own for emergencies.',
      policyWith([], { emergencies: { mode: 'not-allowed', bypasses: [], tell: [] } }),
    ],
  ],
  'exception-granted': [
    [
      at('exception-granted'),
      'Blocks Authorize until an exception that the change asks for is approved by the Change Board.',
    ],
    [at('exception-granted'), 'Blocks Authorize until the change asks for no exception.', policyWith([])],
  ],
};

describe('a rule in words', () => {
  const all = Object.values(RULES).flat() as readonly (readonly [Rule, string, Policy?])[];
  it.each(all)('%#', (rule, text, spokenOf = policy) => {
    expect(ruleText(rule, spokenOf)).toBe(text);
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

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('is plain for every rule of %s', (_id, preset) => {
    const texts = preset.rules.map((rule) => ruleText(rule, preset));
    expect(texts.filter((text) => !/^[A-Z][^\n]*\.$/.test(text) || /undefined|\[object|\(\)/.test(text))).toEqual([]);
  });
});

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [high, 'Risk level is Medium or High', 'Risk level is not Medium or High'],
    [{ field: 'incident', filled: true }, 'Incident is filled in', 'Incident is empty'],
    [{ field: 'incident', filled: false }, 'Incident is empty', 'Incident is filled in'],
    [{ field: 'blastRadius', atLeast: 5 }, 'Blast radius is at least 5', 'Blast radius is below 5'],
    [{ field: 'blastRadius', atMost: 5 }, 'Blast radius is at most 5', 'Blast radius is above 5'],
    [{ risk: ['Medium', 'High'] }, 'the risk is Medium or High', 'the risk is not Medium or High'],
    [{ riskAtLeast: 'Medium' }, 'the risk is at least Medium', 'the risk is below Medium'],
    [{ term: 'major' }, 'the change is "major"', 'the change is not "major"'],
    [
      { answer: 'which', in: ['four', 'other'] },
      'the answer to "Which clause holds?" is "Clause 4 or other"',
      'the answer to "Which clause holds?" is not "Clause 4 or other"',
    ],
    [{ answer: 'gone', in: ['x'] }, 'the answer to "gone" is "x"', 'the answer to "gone" is not "x"'],
    [{ not: normal }, 'Change type is not Normal', 'Change type is Normal'],
    [
      { all: [normal, high] },
      'Change type is Normal and Risk level is Medium or High',
      'it is not so that (Change type is Normal and Risk level is Medium or High)',
    ],
    [
      { any: [normal, high] },
      '(Change type is Normal or Risk level is Medium or High)',
      'it is not so that (Change type is Normal or Risk level is Medium or High)',
    ],
    [
      { any: [{ all: [normal, high] }, normal] },
      '((Change type is Normal and Risk level is Medium or High) or Change type is Normal)',
      'it is not so that ((Change type is Normal and Risk level is Medium or High) or Change type is Normal)',
    ],
    [{ any: [normal] }, 'Change type is Normal', 'it is not so that Change type is Normal'],
    [{ all: [normal] }, 'Change type is Normal', 'it is not so that Change type is Normal'],
  ])('%j is said, and so is its opposite', (condition, text, opposite) => {
    expect(conditionText(condition, policy)).toBe(text);
    expect(conditionText({ not: condition }, policy)).toBe(opposite);
  });
});

describe('a requirement in words', () => {
  it.each<[Requirement, string]>([
    [owner, 'the Service Owner'],
    [{ allOf: [owner, security, board] }, 'the Service Owner, the Security Officer and the Change Board'],
    [{ allOf: [owner, board], inOrder: true }, 'the Service Owner, then the Change Board'],
    [{ allOf: [owner, board], inOrder: false }, 'the Service Owner and the Change Board'],
    [{ atLeast: 2, role: 'board' }, 'at least 2 of the Change Board'],
    [{ percent: 60, role: 'board' }, '60 % of the Change Board'],
    [
      { atLeast: 2, of: [owner, security, board] },
      'at least 2 of (the Service Owner, the Security Officer and the Change Board)',
    ],
    [
      { allOf: [owner, { anyOf: [security, board] }] },
      'the Service Owner and (the Security Officer or the Change Board)',
    ],
    [
      { anyOf: [{ allOf: [owner, security] }, { atLeast: 2, role: 'board' }] },
      '(the Service Owner and the Security Officer) or at least 2 of the Change Board',
    ],
    [{ allOf: [{ anyOf: [owner, board] }] }, 'the Service Owner or the Change Board'],
  ])('%j leaves no doubt what belongs together', (requirement, text) => {
    expect(requirementText(requirement, policy)).toBe(text);
  });

  it.each<[Requirement, 'has' | 'have']>([
    [{ atLeast: 1, role: 'board' }, 'has'],
    [{ atLeast: 2, role: 'board' }, 'have'],
    [{ percent: 10, role: 'board' }, 'have'],
    [{ atLeast: 2, of: [owner, board] }, 'have'],
    [{ allOf: [owner] }, 'has'],
    [{ anyOf: [{ allOf: [owner, board] }] }, 'have'],
    [{ anyOf: [owner, { allOf: [owner, board] }] }, 'has'],
  ])('%j %s approved', (requirement, verb) => {
    expect(ruleText(approvalRule({ requirement }), policy)).toContain(` ${verb} approved the plan as it stands.`);
  });
});

describe('a stretch of time in words', () => {
  it.each([
    [{ hours: 1 }, '1 hour'],
    [{ hours: 2.5 }, '2.5 hours'],
    [{ businessDays: 2 }, '2 business days'],
    [{ businessHours: 4 }, '4 business hours'],
    [{ days: 1 }, '1 day'],
    [{ months: 12 }, '12 months'],
  ])('%j is %s', (duration, text) => {
    expect(durationText(duration)).toBe(text);
  });
});
