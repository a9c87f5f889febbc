import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/domain/canonical';
import { type ChangeFacts } from '../../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../../src/domain/change/change-field';
import { GATES } from '../../../src/domain/change/lifecycle';
import { evaluatePolicy } from '../../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { genericPolicy } from '../../../src/policies/generic';
import { changeFacts, unread } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import type { SchedulingRule } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith } from '../../builders/policies';
import { withVotes } from '../../builders/votes';

const AT = '2026-03-02T09:00:00.000Z';
const UNREAD = unread('Risk level', 'no-such-field');

function evaluate(policy: Policy, facts: ChangeFacts = changeFacts()) {
  return evaluatePolicy(policy, facts, 'authorize', AT);
}

/** Statuses of the policy's own rules; the first result is about the type. */
function statuses(policy: Policy, facts?: ChangeFacts) {
  return evaluate(policy, facts)
    .rules.slice(1)
    .map(({ status }) => status);
}

describe('an evaluation', () => {
  it('says what was decided on, by which policy, at which gate and when', () => {
    expect(evaluate(policyWith([]))).toEqual({
      verdict: 'allow',
      gate: 'authorize',
      instant: AT,
      policyId: 'TEST',
      policyVersion: '1',
      rules: [
        {
          ruleId: 'change-type',
          clauses: [],
          strength: 'block',
          status: 'met',
          findings: [{ met: 'yes', reason: { code: 'type-allowed', type: 'Normal' } }],
        },
      ],
    });
  });

  it('has the same bytes for the same policy, facts, gate and instant, whatever the order of the keys', () => {
    const reversed = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).reverse())
          : part,
      ) as T;
    const field = fc.constantFrom(...CHANGE_FIELDS);
    const cleared = fc.uniqueArray(field, { maxLength: 5 });
    fc.assert(
      fc.property(cleared, cleared, fc.constantFrom(...GATES), (empty, unread, gate) => {
        const fields = Object.fromEntries([
          ...empty.map((name) => [name, null] as const),
          ...unread.map((name) => [name, UNREAD] as const),
        ]);
        const facts = withVotes(changeFacts({ fields }), genericPolicy, [{ roles: ['cto'] }]);
        const once = evaluatePolicy(genericPolicy, facts, gate, AT);
        const again = evaluatePolicy(reversed(genericPolicy), reversed(facts), gate, AT);
        return canonicalJson(once) === canonicalJson(again);
      }),
      fixedSeed(60),
    );
  });

  it('leaves the facts and the policy as they were', () => {
    const facts = withVotes(changeFacts({ fields: { riskLevel: 'High' } }), genericPolicy, [{ roles: ['cto'] }]);
    const before = canonicalJson({ facts, genericPolicy });
    for (const gate of GATES) evaluatePolicy(genericPolicy, facts, gate, AT);
    expect(canonicalJson({ facts, genericPolicy })).toBe(before);
  });

  it('looks only at the rules of the gate', () => {
    const policy = policyWith([
      fieldsRule({ id: 'here' }),
      fieldsRule({ id: 'elsewhere', gates: ['submit', 'close'] }),
    ]);
    expect(evaluate(policy).rules.map(({ ruleId }) => ruleId)).toEqual(['change-type', 'here']);
  });
});

describe('a rule that blocks', () => {
  it.each([
    ['allow', 'met', 'A plan.'],
    ['block', 'unmet', null],
    ['block', 'unknown', UNREAD],
  ] as const)('leads to %s when it is %s', (verdict, status, description) => {
    const evaluation = evaluate(policyWith([fieldsRule()]), changeFacts({ fields: { description } }));
    expect([evaluation.verdict, evaluation.rules[1]?.status]).toEqual([verdict, status]);
  });

  it('is not passed with a reason', () => {
    const facts = changeFacts({ fields: { description: null, deviationReason: 'We are in a hurry.' } });
    expect(evaluate(policyWith([fieldsRule()]), facts).verdict).toBe('block');
  });

  it('is unmet where one thing is missing and another is not known', () => {
    const rule = fieldsRule({ fields: ['description', 'testPlan'] });
    expect(statuses(policyWith([rule]), changeFacts({ fields: { description: UNREAD, testPlan: null } }))).toEqual([
      'unmet',
    ]);
  });
});

describe('a rule that warns', () => {
  const policy = policyWith([fieldsRule({ strength: 'warn' })]);

  it('stops an unmet change that gives no reason, and asks for one', () => {
    const evaluation = evaluate(policy, changeFacts({ fields: { description: null } }));
    expect(evaluation.verdict).toBe('block');
    expect(evaluation.rules[1]?.findings.at(-1)).toEqual({
      met: 'no',
      reason: { code: 'field-empty', field: 'deviationReason' },
      remedy: { do: 'give-reason', field: 'deviationReason' },
    });
  });

  it('is waived by a reason, and says so in the verdict', () => {
    const evaluation = evaluate(policy, changeFacts({ fields: { description: null, deviationReason: 'No staging.' } }));
    expect([evaluation.verdict, evaluation.rules[1]?.status]).toEqual(['warn', 'waived']);
  });

  it('needs no reason when it is met, and a reason changes nothing then', () => {
    const evaluation = evaluate(policy, changeFacts({ fields: { deviationReason: 'No staging.' } }));
    expect([evaluation.verdict, evaluation.rules[1]?.status]).toEqual(['allow', 'met']);
  });

  it('is not waived where it is not known whether it is met', () => {
    const facts = changeFacts({ fields: { description: UNREAD, deviationReason: 'No staging.' } });
    expect(evaluate(policy, facts).verdict).toBe('block');
  });

  it.each([' ', UNREAD])('is not waived by %j in place of a reason', (deviationReason) => {
    const facts = changeFacts({ fields: { description: null, deviationReason } });
    expect(evaluate(policy, facts).verdict).toBe('block');
  });

  it('does not soften a rule beside it that blocks', () => {
    const both = policyWith([fieldsRule({ id: 'soft', strength: 'warn' }), fieldsRule({ fields: ['testPlan'] })]);
    const facts = changeFacts({ fields: { description: null, testPlan: null, deviationReason: 'No staging.' } });
    expect([evaluate(both, facts).verdict, statuses(both, facts)]).toEqual(['block', ['waived', 'unmet']]);
  });
});

describe('a rule with a condition', () => {
  const policy = policyWith([
    fieldsRule({
      fields: ['testPlan'],
      when: {
        all: [
          { field: 'riskLevel', in: ['High'] },
          { field: 'outcome', in: ['Failed'] },
        ],
      },
    }),
  ]);

  it('does not apply where the condition does not hold, and asks for nothing', () => {
    const facts = changeFacts({ fields: { testPlan: null, riskLevel: 'Low' } });
    expect(evaluate(policy, facts).rules[1]).toMatchObject({ status: 'not-applicable', findings: [] });
    expect(evaluate(policy, facts).verdict).toBe('allow');
  });

  it('applies where it holds', () => {
    const facts = changeFacts({ fields: { testPlan: null, riskLevel: 'High', outcome: 'Failed' } });
    expect(statuses(policy, facts)).toEqual(['unmet']);
  });

  it('blocks where nobody knows whether it holds, and says which field could not be read and why', () => {
    const facts = changeFacts({ fields: { riskLevel: UNREAD, outcome: 'Failed' } });
    expect(evaluate(policy, facts)).toMatchObject({
      verdict: 'block',
      rules: [
        { ruleId: 'change-type' },
        {
          status: 'unknown',
          findings: [
            {
              met: 'unknown',
              reason: { code: 'condition-unknown', ruleId: 'fields' },
              parts: [
                {
                  met: 'unknown',
                  reason: { code: 'field-unknown', field: 'riskLevel', cause: UNREAD.cause },
                  remedy: { do: 'mend-lookup', cause: UNREAD.cause },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('the type of a change', () => {
  it.each([null, 'Experiment', UNREAD])('that the policy does not know (%j) blocks every gate', (changeType) => {
    const facts = changeFacts({ fields: { changeType } });
    const verdicts = GATES.map((gate) => evaluatePolicy(policyWith([]), facts, gate, AT).verdict);
    expect(verdicts).toEqual(GATES.map(() => 'block'));
  });
});

describe('an emergency', () => {
  const scheduling: readonly [SchedulingRule, Rule][] = [
    ['freezes', { ...AT_AUTHORIZE, id: 'it', kind: 'outside-freezes', freezes: ['hard'] }],
    ['maintenance-windows', { ...AT_AUTHORIZE, id: 'it', kind: 'in-maintenance-window' }],
    ['notice', { ...AT_AUTHORIZE, id: 'it', kind: 'notice', notice: { hours: 48 } }],
    ['overlap', { ...AT_AUTHORIZE, id: 'it', kind: 'no-overlap' }],
  ];
  const unplanned = { plannedStart: null, plannedEnd: null, services: null };

  it.each(scheduling)('is not bound by a scheduling rule that the policy lets it bypass: %s', (bypassed, rule) => {
    const emergencies = { mode: 'implement-first', bypasses: [bypassed], tell: [] } as const;
    const evaluation = (changeType: string, bypasses: readonly SchedulingRule[] = [bypassed]) =>
      evaluate(
        policyWith([rule], { emergencies: { ...emergencies, bypasses } }),
        changeFacts({ fields: { ...unplanned, changeType } }),
      );
    expect(evaluation('emergency').rules[1]).toMatchObject({
      status: 'met',
      findings: [{ met: 'yes', reason: { code: 'bypassed', rule: bypassed } }],
    });
    expect(evaluation('Normal').verdict).toBe('block');
    expect(evaluation('Emergency', []).verdict).toBe('block');
  });

  it('is bound by every other rule', () => {
    const emergencies = {
      mode: 'both',
      bypasses: ['freezes', 'maintenance-windows', 'notice', 'overlap'],
      tell: [],
    } as const;
    const facts = changeFacts({ fields: { changeType: 'Emergency', description: null } });
    expect(evaluate(policyWith([fieldsRule()], { emergencies }), facts).verdict).toBe('block');
  });
});

describe('a change that the policy does not govern', () => {
  const elsewhere = { change: { id: '7', key: 'WEB-SITE-7' } };

  it.each([
    [['CHG'], 'allow', ['scope']],
    [['CHG', 'WEB-SITE'], 'block', ['change-type', 'fields']],
    [['WEB'], 'allow', ['scope']],
  ] as const)('passes, and the evaluation says so: projects %j', (projects, verdict, rules) => {
    const policy = policyWith([fieldsRule({ fields: ['scope'] })], { scope: { projects } });
    const evaluation = evaluate(policy, changeFacts(elsewhere));
    expect([evaluation.verdict, evaluation.rules.map(({ ruleId }) => ruleId)]).toEqual([verdict, rules]);
  });

  it.each([
    ['Documentation', 'allow'],
    ['Code', 'block'],
    [UNREAD, 'block'],
  ] as const)('is one for which a condition does not hold; not known is governed: %j', (category, verdict) => {
    const when = { not: { field: 'category', in: ['Documentation'] } };
    const policy = policyWith([fieldsRule({ fields: ['scope'] })], { scope: { when } });
    expect(evaluate(policy, changeFacts({ fields: { category } })).verdict).toBe(verdict);
  });

  it('needs no type that the policy knows', () => {
    const policy = policyWith([], { scope: { projects: ['CHG'] } });
    expect(evaluate(policy, changeFacts({ ...elsewhere, fields: { changeType: null } })).rules[0]).toEqual({
      ruleId: 'scope',
      clauses: [],
      strength: 'block',
      status: 'met',
      findings: [{ met: 'yes', reason: { code: 'out-of-scope' } }],
    });
  });
});

describe('an approval that is asked for softly', () => {
  it('may be passed with a reason like any warning', () => {
    const policy = policyWith([approvalRule({ strength: 'warn' })]);
    expect(evaluate(policy, changeFacts({ fields: { deviationReason: 'Nobody was there.' } })).verdict).toBe('warn');
  });
});
