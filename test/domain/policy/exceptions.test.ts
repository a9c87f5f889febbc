import { describe, expect, it } from '@jest/globals';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import { evaluatePolicy } from '../../../src/domain/policy/evaluate-policy';
import { isInForce } from '../../../src/domain/policy/exceptions';
import type { DutyPair } from '../../../src/domain/policy/duty';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import type { ExceptionPath, GrantedException, Policy } from '../../../src/domain/policy/policy';
import { changeFacts, type FactsOverrides } from '../../builders/change-facts';
import { AT_AUTHORIZE, fieldsRule, policyWith, separationRule } from '../../builders/policies';
import { withVotes } from '../../builders/votes';

const AT = '2026-03-10T09:00:00.000Z';
const PATH: ExceptionPath = {
  clauses: ['T-9'],
  requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] },
  askedWith: ['riskAssessment'],
  granted: [],
};
const CLAUSES: Policy['clauses'] = [
  { id: 'T-1', text: 'A scope.', service: 'enforced' },
  { id: 'T-2', text: 'A review.', service: 'evidenced' },
  { id: 'T-9', text: 'Exceptions are granted by two.', service: 'enforced' },
];

function policyOf(path: ExceptionPath | 'none', clauses: readonly string[] = ['T-1']): Policy {
  return policyWith(
    [
      fieldsRule({ id: 'scope', clauses, fields: ['scope'] }),
      { ...AT_AUTHORIZE, id: 'exceptions', kind: 'exception-granted', clauses: ['T-9'] },
    ],
    { exceptions: path, clauses: CLAUSES },
  );
}

function outcome(policy: Policy, facts: ChangeFacts) {
  const { verdict, rules } = evaluatePolicy(policy, facts, 'authorize', AT);
  return [verdict, ...rules.slice(1).map(({ status }) => status)];
}

function change(fields: FactsOverrides['fields'], roles: readonly string[] = [], policy = policyOf(PATH)): ChangeFacts {
  const facts = changeFacts({ stage: 'assessment', fields: { scope: null, ...fields } });
  return withVotes(
    facts,
    policy,
    roles.map((role) => ({ by: `account-${role}`, roles: [role] })),
  );
}

const ASKED = { exceptionTo: ['t-1'], riskAssessment: 'Small.' };

describe('an exception for one change', () => {
  it('lets an unmet rule pass once everybody who grants it has, and the verdict says so', () => {
    const evaluation = evaluatePolicy(policyOf(PATH), change(ASKED, ['owner', 'security']), 'authorize', AT);
    expect(evaluation.verdict).toBe('warn');
    expect(evaluation.rules[1]).toMatchObject({ status: 'excepted' });
    expect(evaluation.rules[1]?.findings.at(-1)).toEqual({
      met: 'yes',
      reason: { code: 'excepted', clauses: ['T-1'], exception: null },
    });
    expect(evaluation.rules[2]?.status).toBe('met');
  });

  it.each<[string, FactsOverrides['fields'], readonly string[]]>([
    ['one of those who grant it is missing', ASKED, ['owner']],
    ['it is asked for without its risk assessment', { exceptionTo: ['T-1'] }, ['owner', 'security']],
  ])('is not granted while %s', (_what, fields, roles) => {
    expect(outcome(policyOf(PATH), change(fields, roles))).toEqual(['block', 'unmet', 'unmet']);
  });

  it('is not there where nobody asked for it', () => {
    expect(outcome(policyOf(PATH), change({}, ['owner', 'security']))).toEqual(['block', 'unmet', 'met']);
  });

  it('of another clause does not help', () => {
    const fields = { ...ASKED, exceptionTo: ['T-9'] };
    expect(outcome(policyOf(PATH), change(fields, ['owner', 'security']))).toEqual(['block', 'unmet', 'met']);
  });

  it('covers a rule only with all of its clauses', () => {
    const policy = policyOf(PATH, ['T-1', 'T-9']);
    const roles = ['owner', 'security'];
    expect(outcome(policy, change(ASKED, roles, policy))).toEqual(['block', 'unmet', 'met']);
    const both = { ...ASKED, exceptionTo: ['T-1', 'T-9'] };
    expect(outcome(policy, change(both, roles, policy))).toEqual(['warn', 'excepted', 'met']);
  });

  it('does not pass a rule that serves no clause', () => {
    const policy = policyOf(PATH, []);
    expect(outcome(policy, change(ASKED, ['owner', 'security'], policy))).toEqual(['block', 'unmet', 'met']);
  });

  it('changes nothing where the rule is met', () => {
    const facts = change({ ...ASKED, scope: 'The shop.' }, ['owner', 'security']);
    expect(outcome(policyOf(PATH), facts)).toEqual(['allow', 'met', 'met']);
  });

  it('is granted by votes at any point, by the latest decision of each person', () => {
    const facts = changeFacts({ stage: 'assessment', fields: { scope: null, ...ASKED } });
    const owner = { by: 'o', roles: ['owner'] };
    const security = { by: 's', roles: ['security'], gate: 'submit' } as const;
    const granted = withVotes(facts, policyOf(PATH), [security, owner]);
    expect(outcome(policyOf(PATH), granted)).toEqual(['warn', 'excepted', 'met']);
    const taken = withVotes(facts, policyOf(PATH), [
      security,
      owner,
      { ...security, gate: 'authorize', decision: 'decline' },
    ]);
    expect(outcome(policyOf(PATH), taken)).toEqual(['block', 'unmet', 'unmet']);
  });
});

describe('asking for an exception', () => {
  const findings = (policy: Policy, facts: ChangeFacts) =>
    evaluatePolicy(policy, facts, 'authorize', AT).rules.at(-1)?.findings;

  it('is refused where the policy knows no exceptions', () => {
    expect(findings(policyOf('none'), change(ASKED))).toEqual([
      { met: 'no', reason: { code: 'no-exception-path' }, remedy: { do: 'take-back-exception' } },
    ]);
  });

  it('from what is no enforced clause is refused by name', () => {
    const asked = { ...ASKED, exceptionTo: ['T-1', 'T-2', 'T-77'] };
    expect(findings(policyOf(PATH), change(asked, ['owner', 'security']))?.slice(0, 2)).toEqual([
      { met: 'no', reason: { code: 'exception-from-nothing', asked: 'T-2' }, remedy: { do: 'take-back-exception' } },
      { met: 'no', reason: { code: 'exception-from-nothing', asked: 'T-77' }, remedy: { do: 'take-back-exception' } },
    ]);
  });

  describe('from the separation of duties', () => {
    const apart = (pairs: DutyPair[], others: readonly Rule[] = []) => {
      const rules = [separationRule({ clauses: ['T-1'], pairs }), ...others];
      const { rules: rest, ...policy } = policyOf(PATH);
      return { ...policy, rules: [...rules, ...rest.slice(1)] };
    };
    const found = (policy: Policy) => findings(policy, change(ASKED, ['owner', 'security'], policy))?.[0];
    const reason = { code: 'votes-stay-barred', clause: 't-1', duties: ['requester'] };

    it('is refused where it would do nothing but let votes count that are left out', () => {
      expect(found(apart([['requester', 'approver']]))).toEqual({
        met: 'no',
        reason,
        remedy: { do: 'take-back-exception' },
      });
    });

    it('can be granted where the clause asks for more, and it is said that those votes are left out all the same', () => {
      const both: DutyPair[] = [
        ['approver', 'requester'],
        ['implementer', 'verifier'],
      ];
      expect(found(apart(both))).toEqual({ met: 'yes', reason });
      expect(found(apart([['requester', 'approver']], [fieldsRule({ id: 'scope', clauses: ['T-1'] })]))).toEqual({
        met: 'yes',
        reason,
      });
    });

    it('is none of its business where no votes are left out', () => {
      const granted = { met: 'yes', reason: { code: 'field-filled', field: 'riskAssessment' } };
      expect(found(apart([['implementer', 'verifier']]))).toEqual(granted);
      const idle = separationRule({ clauses: ['T-1'], when: { field: 'changeType', in: ['Whim'] } });
      const warning = separationRule({ clauses: ['T-1'], strength: 'warn' });
      expect(found({ ...policyOf(PATH), rules: [idle, warning, ...policyOf(PATH).rules.slice(1)] })).toEqual(granted);
    });
  });

  it('from a freeze window is left to the rule about freezes', () => {
    const policy = {
      ...policyOf('none'),
      calendar: {
        windows: [
          {
            id: 'year-end',
            title: 'Year end',
            kind: 'freeze' as const,
            strength: 'hard' as const,
            interval: { from: '2026-12-20T00:00:00.000Z', until: '2027-01-04T00:00:00.000Z' },
          },
        ],
      },
    };
    expect(findings(policy, change({ exceptionTo: ['YEAR-END', 'year end'] }))).toEqual([
      { met: 'yes', reason: { code: 'no-exception-asked' } },
    ]);
  });

  it('is not known while the field cannot be read', () => {
    const cause = { code: 'lookup-failed', detail: 'Jira did not answer' } as const;
    const facts = change({ exceptionTo: { state: 'unknown', cause } });
    expect(outcome(policyOf(PATH), facts)).toEqual(['block', 'unmet', 'unknown']);
  });
});

const STANDING: GrantedException = {
  id: 'legacy',
  clauses: ['T-1'],
  grantedBy: ['owner', 'security'],
  from: '2026-01-01',
  until: '2026-12-31',
  reviewedOn: ['2026-03-31'],
};

describe('a standing exception', () => {
  const withStanding = (granted: Partial<GrantedException>) =>
    policyOf({ ...PATH, granted: [{ ...STANDING, ...granted }] });

  it('lets the changes that it covers pass, and is named', () => {
    const evaluation = evaluatePolicy(withStanding({}), change({}), 'authorize', AT);
    expect(evaluation.rules[1]?.findings.at(-1)?.reason).toEqual({
      code: 'excepted',
      clauses: ['T-1'],
      exception: 'legacy',
    });
  });

  it.each<[string, Partial<GrantedException>]>([
    ['covers another clause', { clauses: ['T-9'] }],
    ['does not cover this change', { when: { field: 'category', in: ['Legacy'] } }],
    ['may cover this change, but nobody knows', { when: { term: 'nobody knows' } }],
    ['is over', { until: '2026-03-09' }],
  ])('does not help where it %s', (_what, granted) => {
    expect(outcome(withStanding(granted), change({}))[0]).toBe('block');
  });

  it.each([
    ['2025-12-31T23:59:59.999Z', false],
    ['2026-01-01T00:00:00.000Z', true],
    ['2026-12-31T23:59:59.999Z', true],
    ['2027-01-01T00:00:00.000Z', false],
  ])('holds from its first to its last day: %s', (instant, expected) => {
    expect(isInForce(STANDING, PATH, instant)).toBe(expected);
  });

  it.each([
    ['2026-03-31T12:00:00.000Z', true],
    ['2026-06-29T23:59:59.999Z', true],
    ['2026-06-30T00:00:00.000Z', false],
  ])('lapses when it was not reviewed for ninety days: %s', (instant, expected) => {
    expect(isInForce(STANDING, { ...PATH, reviewEveryDays: 90 }, instant)).toBe(expected);
  });

  it('is first to be reviewed so many days after it began; a review to come does not count yet', () => {
    const path = { ...PATH, reviewEveryDays: 30 };
    expect(isInForce(STANDING, path, '2026-01-31T10:00:00.000Z')).toBe(true);
    expect(isInForce(STANDING, path, '2026-02-01T10:00:00.000Z')).toBe(false);
  });

  it.each([
    ['2026-01-10T23:59:59.999Z', true],
    ['2026-01-11T00:00:00.000Z', false],
  ])('lasts no longer than the policy lets exceptions last: %s', (instant, expected) => {
    expect(isInForce(STANDING, { ...PATH, longestDays: 10 }, instant)).toBe(expected);
  });
});
