import { describe, expect, it } from '@jest/globals';
import { keptPolicy, policyDocument } from '../../src/contracts/policy-document';
import { canonicalJson } from '../../src/domain/canonical';
import type { Policy } from '../../src/domain/policy/policy';
import { PRESETS } from '../../src/policies/presets';
import { problemsIn } from '../builders/malformed';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith } from '../builders/policies';
import { everythingPolicy } from '../builders/everything-policy';

const problems = (change: (policy: Policy) => unknown) =>
  problemsIn(policyDocument, change(policyWith([fieldsRule()])));
const ofRule = (rule: unknown) => problems((policy) => ({ ...policy, rules: [rule] }));
const ofCondition = (when: unknown) => ofRule({ ...fieldsRule(), when });
const ofRequirement = (requirement: unknown) => ofRule({ ...approvalRule(), requirement });

const CONDITION =
  'A condition is written with field + in, field + filled, field + atLeast, field + atMost, risk, riskAtLeast, term, answer + in, all, any or not.';
const REQUIREMENT = 'A requirement is written with role, allOf, anyOf, atLeast + of, atLeast + role or percent + role.';

describe('a policy document', () => {
  it.each([...PRESETS, everythingPolicy].map((policy) => [policy.id, policy] as const))(
    'reads %s as it is, to the last byte that is hashed',
    (_id, policy) => {
      const read = policyDocument.parse(JSON.parse(JSON.stringify(policy)));
      expect(canonicalJson(read)).toBe(canonicalJson(policy));
    },
  );

  it('is refused when any of its keys is missing: nothing is filled in that would change its hash', () => {
    const { about, ...rest } = policyWith();
    expect([about, problemsIn(keptPolicy, rest)]).toEqual([
      {},
      ['about: Invalid input: expected object, received undefined'],
    ]);
  });

  it.each<[string, (policy: Policy) => unknown, string]>([
    ['a policy', (policy) => ({ ...policy, rule: [] }), ': Unrecognized key: "rule"'],
    ['what it says about itself', (policy) => ({ ...policy, about: { ownr: 'x' } }), 'about: Unrecognized key: "ownr"'],
    [
      'a role',
      (policy) => ({ ...policy, roles: [...policy.roles, { id: 'cto', title: 'CTO', holders: [] }] }),
      'roles.3: Unrecognized key: "holders"',
    ],
    ['a scope', (policy) => ({ ...policy, scope: { project: 'A' } }), 'scope: Unrecognized key: "project"'],
    [
      'emergencies',
      (policy) => ({ ...policy, emergencies: { ...policy.emergencies, hours: 4 } }),
      'emergencies: Unrecognized key: "hours"',
    ],
    [
      'a calendar',
      (policy) => ({ ...policy, calendar: { windows: [], zone: 'UTC' } }),
      'calendar: Unrecognized key: "zone"',
    ],
    [
      'a clause',
      (policy) => ({ ...policy, clauses: [{ ...policy.clauses[0], rules: [] }] }),
      'clauses.0: Unrecognized key: "rules"',
    ],
    ['a rule', (policy) => ({ ...policy, rules: [{ ...fieldsRule(), wen: {} }] }), 'rules.0: Unrecognized key: "wen"'],
    [
      'a rule of another kind',
      (policy) => ({ ...policy, rules: [{ ...fieldsRule(), point: 'close' }] }),
      'rules.0: Unrecognized key: "point"',
    ],
  ])('is refused with a key that nothing reads in %s', (_where, change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });

  it.each<[string, (policy: Policy) => unknown, string]>([
    ['another form', (policy) => ({ ...policy, schemaVersion: 1 }), 'schemaVersion: This must be 2.'],
    ['a blank title', (policy) => ({ ...policy, title: ' ' }), 'title: This must not be blank.'],
    [
      'a number for a text',
      (policy) => ({ ...policy, version: 1.1 }),
      'version: Invalid input: expected string, received number',
    ],
    [
      'no change type',
      (policy) => ({ ...policy, changeTypes: [] }),
      'changeTypes: Too small: expected array to have >=1 items',
    ],
    [
      'a date that is none',
      (policy) => ({ ...policy, about: { nextReview: '2026-02-30' } }),
      'about.nextReview: This is no date. Write it as 2026-12-31.',
    ],
    [
      'a zone that is none',
      (policy) => ({
        ...policy,
        calendar: { ...OFFICE, businessHours: { ...OFFICE.businessHours, timeZone: 'Utopia' } },
      }),
      'calendar.businessHours.timeZone: There is no such time zone. Write it as in the IANA database, e.g. Europe/Berlin.',
    ],
    [
      'a working day that never ends',
      (policy) => ({ ...policy, calendar: { ...OFFICE, businessHours: { ...OFFICE.businessHours, until: '08:00' } } }),
      'calendar.businessHours.until: Work must end after it begins.',
    ],
    [
      'a time of day that is none',
      (policy) => ({ ...policy, calendar: { ...OFFICE, businessHours: { ...OFFICE.businessHours, from: '9:00' } } }),
      'calendar.businessHours.from: This is no time of day. Write it as "09:00".',
    ],
    [
      'a question of choices without any',
      (policy) => ({ ...policy, questions: [{ id: 'q', clauses: [], ask: 'Which?', kind: 'choice' }] }),
      'questions.0.options: A question of kind "choice" has options, and no other question has.',
    ],
    [
      'an exception path that is neither',
      (policy) => ({ ...policy, exceptions: 'nobody' }),
      'exceptions: Write "none", or what is allowed.',
    ],
    [
      'a delegation without a term',
      (policy) => ({ ...policy, delegation: {} }),
      'delegation.longestDays: Invalid input: expected number, received undefined',
    ],
    [
      'a field whose id no rule could be written with',
      (policy) => ({ ...policy, fields: [{ id: 'Blast radius', title: 'Blast radius', kind: 'text' }] }),
      'fields.0.id: The id of a field starts with a small letter and has only letters, digits and dashes.',
    ],
    [
      'records that are kept for no time',
      (policy) => ({ ...policy, records: { ...policy.records, retentionMonths: 0 } }),
      'records.retentionMonths: Too small: expected number to be >=1',
    ],
  ])('is refused with %s', (_what, change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });
});

const OFFICE = {
  businessHours: { timeZone: 'Europe/Berlin', workdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] },
  windows: [],
};

describe('a rule of a policy', () => {
  it.each<[string, unknown, string]>([
    ['no gate', { ...fieldsRule(), gates: [] }, 'rules.0.gates: Too small: expected array to have >=1 items'],
    ['no field', { ...fieldsRule(), fields: [] }, 'rules.0.fields: Too small: expected array to have >=1 items'],
    [
      'a group of no field',
      { ...fieldsRule(), fields: ['summary', { oneOf: [] }] },
      'rules.0.fields.1.oneOf: Too small: expected array to have >=1 items',
    ],
    [
      'a strength that is none',
      { ...fieldsRule(), strength: 'blok' },
      'rules.0.strength: Invalid option: expected one of "block"|"warn"',
    ],
    [
      'a veto that is none',
      { ...approvalRule(), veto: 'everybody' },
      'rules.0.veto: Write "nobody", or a list of roles.',
    ],
    [
      'a wait of no time',
      { ...approvalRule(), wait: { hours: 0 } },
      'rules.0.wait.hours: Too small: expected number to be >0',
    ],
    [
      'a wait in two units',
      { ...approvalRule(), wait: { hours: 1, businessDays: 1 } },
      'rules.0.wait.businessDays: "businessDays" does not go with "hours". A stretch of time is written with hours, businessDays or businessHours.',
    ],
    [
      'half a business day',
      { ...AT_AUTHORIZE, id: 'n', kind: 'notice', notice: { businessDays: 0.5 } },
      'rules.0.notice.businessDays: Invalid input: expected int, received number',
    ],
    [
      'a pair of one duty',
      { ...AT_AUTHORIZE, id: 's', kind: 'same-person', pairs: [['approver']] },
      'rules.0.pairs.0: Too small: expected array to have >=2 items',
    ],
    [
      'an author who is nobody',
      { ...AT_AUTHORIZE, id: 'a', kind: 'authorship', fields: ['summary'], by: {} },
      'rules.0.by: An author cannot be empty. An author is written with duty or roles.',
    ],
  ])('is refused with %s', (_what, rule, problem) => {
    expect(ofRule(rule)).toContain(problem);
  });

  it('of no known kind is refused where it says so', () => {
    expect(ofRule({ ...fieldsRule(), kind: 'magic' })).toEqual([
      expect.stringMatching(/^rules\.0\.kind: Invalid discriminator value\. Expected 'required-fields' \| /),
    ]);
  });
});

describe('a condition of a policy', () => {
  it.each<[string, unknown, string]>([
    ['nothing', {}, `rules.0.when: A condition cannot be empty. ${CONDITION}`],
    ['a word instead', 'major', 'rules.0.when: Invalid input: expected object, received string'],
    [
      'a misspelt key',
      { fild: 'riskLevel', in: ['High'] },
      'rules.0.when.fild: There is no key "fild" here. Did you mean "field"?',
    ],
    ['a key of something else', { role: 'owner' }, `rules.0.when.role: There is no key "role" here. ${CONDITION}`],
    [
      'a field and nothing about it',
      { field: 'riskLevel' },
      'rules.0.when: Something is missing beside "field": in, filled, atLeast or atMost. A condition is written with field + in, field + filled, field + atLeast or field + atMost.',
    ],
    [
      'two things at once',
      { term: 'major', riskAtLeast: 'High' },
      `rules.0.when.riskAtLeast: "riskAtLeast" does not go with "term". ${CONDITION}`,
    ],
    [
      'a value that is no text, deep inside',
      { all: [{ not: { any: [{ field: 'riskLevel', in: ['High', 3] }] } }] },
      'rules.0.when.all.0.not.any.0.in.1: Invalid input: expected string, received number',
    ],
    ['no part', { all: [] }, 'rules.0.when.all: Too small: expected array to have >=1 items'],
    [
      'a misspelt key beside right ones',
      { field: 'riskLevel', in: ['High'], note: 'x' },
      'rules.0.when.note: There is no key "note" here. Allowed here: field and in.',
    ],
  ])('is refused with %s', (_what, when, problem) => {
    expect(ofCondition(when)).toEqual([problem]);
  });

  it('is nested twelve levels deep at most, however deep it is', () => {
    const deep = (levels: number) => {
      let condition: unknown = { riskAtLeast: 'High' };
      for (let level = 1; level < levels; level += 1) condition = { not: condition };
      return condition;
    };
    const path = `rules.0.when${'.not'.repeat(12)}`;
    const problem = `${path}: Conditions can be nested 12 levels deep, and no deeper. Split it: give a part of it a name of its own, or write it flatter.`;
    expect([12, 13, 20_000].map((levels) => ofCondition(deep(levels)))).toEqual([[], [problem], [problem]]);
  });
});

describe('a requirement of a policy', () => {
  it.each<[string, unknown, string]>([
    [
      'two things at once',
      { role: 'owner', allOf: [{ role: 'board' }] },
      `rules.0.requirement.allOf: "allOf" does not go with "role". ${REQUIREMENT}`,
    ],
    [
      'a number of nobody',
      { atLeast: 2 },
      'rules.0.requirement: Something is missing beside "atLeast": of or role. A requirement is written with atLeast + of or atLeast + role.',
    ],
    [
      'more than there are',
      { atLeast: 3, of: [{ role: 'owner' }, { role: 'board' }] },
      'rules.0.requirement.atLeast: This asks for more than the list has.',
    ],
    [
      'more than everybody',
      { percent: 101, role: 'board' },
      'rules.0.requirement.percent: Too big: expected number to be <=100',
    ],
    ['nobody', { atLeast: 0, role: 'board' }, 'rules.0.requirement.atLeast: Too small: expected number to be >=1'],
    [
      'a misspelt key deep inside',
      { allOf: [{ anyOf: [{ roll: 'board' }] }] },
      'rules.0.requirement.allOf.0.anyOf.0.roll: There is no key "roll" here. Did you mean "role"?',
    ],
  ])('is refused with %s', (_what, requirement, problem) => {
    expect(ofRequirement(requirement)).toEqual([problem]);
  });
});
