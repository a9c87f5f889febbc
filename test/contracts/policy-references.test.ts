import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy } from '../../src/domain/policy/policy';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { everythingPolicy } from '../builders/everything-policy';
import { problemsIn } from '../builders/malformed';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith } from '../builders/policies';
import { CHOICE_QUESTION, MONTHS_QUESTION } from '../builders/policy-parts';

const ofRule = (rule: Rule, overrides: Partial<Policy> = {}) =>
  problemsIn(policyDocument, policyWith([rule], overrides));

describe('a rule', () => {
  it.each<[string, Rule, string]>([
    ['a clause', fieldsRule({ clauses: ['T-9'] }), 'rules.0.clauses.0: There is no clause "T-9". Did you mean "T-1"?'],
    ['a field', fieldsRule({ fields: ['colour'] }), 'rules.0.fields.0: There is no field "colour".'],
    [
      'a field of a group',
      fieldsRule({ fields: ['summary', { oneOf: ['incident', 'incidnt'] }] }),
      'rules.0.fields.1.oneOf.1: There is no field "incidnt". Did you mean "incident"?',
    ],
    [
      'a role deep in a requirement',
      approvalRule({
        requirement: { allOf: [{ role: 'owner' }, { atLeast: 1, of: [{ anyOf: [{ percent: 5, role: 'bord' }] }] }] },
      }),
      'rules.0.requirement.allOf.1.of.0.anyOf.0.role: There is no role "bord". Did you mean "board"?',
    ],
    ['a role with a veto', approvalRule({ veto: ['owner', 'ceo'] }), 'rules.0.veto.1: There is no role "ceo".'],
    [
      'business days',
      approvalRule({ wait: { businessDays: 1 } }),
      'rules.0.wait.businessDays: This cannot be counted: the policy does not say when the organisation works. Add calendar.businessHours.',
    ],
    [
      'business hours',
      { ...AT_AUTHORIZE, id: 'x', kind: 'notice', notice: { businessHours: 1 } },
      'rules.0.notice.businessHours: This cannot be counted: the policy does not say when the organisation works. Add calendar.businessHours.',
    ],
    [
      'a role that may',
      { ...AT_AUTHORIZE, id: 'x', kind: 'who-may', duty: 'tester', roles: ['qa'] },
      'rules.0.roles.0: There is no role "qa".',
    ],
    [
      'a field that is written',
      { ...AT_AUTHORIZE, id: 'x', kind: 'authorship', fields: ['colour'], by: { duty: 'approver' } },
      'rules.0.fields.0: There is no field "colour".',
    ],
    [
      'a role that writes',
      { ...AT_AUTHORIZE, id: 'x', kind: 'authorship', fields: ['summary'], by: { roles: ['qa'] } },
      'rules.0.by.roles.0: There is no role "qa".',
    ],
    [
      'a type that is allowed',
      { ...AT_AUTHORIZE, id: 'x', kind: 'allowed-types', types: ['normal', 'Majr'] },
      'rules.0.types.1: There is no change type "Majr".',
    ],
  ])('names %s that there is not', (_what, rule, problem) => {
    expect(ofRule(rule)).toEqual([problem]);
  });

  it.each(['separate-duties', 'same-person'] as const)('pairs two different duties: %s', (kind) => {
    const pairs = [
      ['requester', 'approver'],
      ['approver', 'approver'],
    ] as const;
    expect(ofRule({ ...AT_AUTHORIZE, id: 'x', kind, pairs })).toEqual([
      'rules.0.pairs.1: A pair has two different duties, not "approver" twice.',
    ]);
  });

  it('enforces only clauses that are said to be enforced', () => {
    const clauses = [{ id: 'T-1', text: 'Care.', service: 'outside' }] as const;
    expect(ofRule(fieldsRule(), { clauses })).toEqual([
      'rules.0.clauses.0: A rule enforces the clause "T-1", but its service is "outside". Set the service of the clause to "enforced", or take it out of the rule.',
    ]);
  });

  it('counts business time where the policy says when the organisation works', () => {
    const { calendar } = everythingPolicy;
    expect(ofRule(approvalRule({ wait: { businessDays: 1 } }), { calendar: { ...calendar, windows: [] } })).toEqual([]);
  });
});

describe('a condition', () => {
  it.each<[Condition, string]>([
    [{ field: 'colour', filled: true }, 'rules.0.when.field: There is no field "colour".'],
    [
      { not: { any: [{ field: 'changeType', in: ['normal', 'Majro'] }] } },
      'rules.0.when.not.any.0.in.1: There is no change type "Majro".',
    ],
    [{ all: [{ field: 'category', in: ['Network'] }] }, 'rules.0.when.all.0.in.0: There is no category "Network".'],
    [{ field: 'riskLevel', in: ['HIGH', 'Hihg'] }, 'rules.0.when.in.1: There is no risk level "Hihg".'],
    [{ risk: ['high', 'Dire'] }, 'rules.0.when.risk.1: There is no risk level "Dire".'],
    [{ riskAtLeast: 'Mediun' }, 'rules.0.when.riskAtLeast: There is no risk level "Mediun". Did you mean "Medium"?'],
    [{ term: 'major' }, 'rules.0.when.term: There is no term "major".'],
    [{ answer: 'keeep', in: ['x'] }, 'rules.0.when.answer: There is no question "keeep". Did you mean "keep"?'],
    [{ answer: 'which', in: ['four', 'foour'] }, 'rules.0.when.in.1: There is no option "foour". Did you mean "four"?'],
  ])('%j refers to what there is not', (when, problem) => {
    const questions = [MONTHS_QUESTION, { ...CHOICE_QUESTION, id: 'which' }];
    expect(ofRule(fieldsRule({ when }), { questions })).toEqual([problem]);
  });

  it.each([
    ['plannedStart', 'instant'],
    ['implementer', 'person'],
    ['services', 'options'],
    ['codeReview', 'link'],
    ['incident', 'links'],
  ])('compares no number with %s, which never holds one', (field, kind) => {
    for (const when of [
      { field, atLeast: 5 },
      { field, atMost: 5 },
    ]) {
      expect(ofRule(fieldsRule({ when }))).toEqual([
        `rules.0.when.field: The field "${field}" holds no number (its kind is "${kind}"). Compare a field of the kind "number", or write "in" or "filled".`,
      ]);
    }
  });

  it.each(['number', 'option', 'text'] as const)('compares a number with a field of the kind %s', (kind) => {
    const fields = [{ id: 'users', title: 'Users', kind }];
    expect(ofRule(fieldsRule({ when: { field: 'users', atLeast: 5 } }), { fields })).toEqual([]);
  });

  it('may name any risk level where the policy leaves the levels to Jira', () => {
    const risk = { how: 'asked', levels: [] } as const;
    expect(ofRule(fieldsRule({ when: { field: 'riskLevel', in: ['Dire'] } }), { risk })).toEqual([]);
  });

  it('may name any answer to a question that offers none', () => {
    const when = { answer: 'keep', in: ['whatever'] };
    expect(ofRule(fieldsRule({ when }), { questions: [{ ...MONTHS_QUESTION, kind: 'text' }] })).toEqual([]);
  });
});
