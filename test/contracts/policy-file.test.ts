import { describe, expect, it } from '@jest/globals';
import { policyDocument, policyFile } from '../../src/contracts/policy-document';
import { PRESETS } from '../../src/policies/presets';
import { everythingPolicy } from '../builders/everything-policy';
import { problemsIn } from '../builders/malformed';

/** As little as a policy can say. */
const SHORT = {
  schemaVersion: 2,
  id: 'SHORT',
  title: 'Short policy',
  version: '1',
  changeTypes: [{ id: 'Normal' }],
  risk: { how: 'asked', levels: [] },
  materialFields: ['description'],
  rules: [{ id: 'described', kind: 'required-fields', gates: ['submit'], fields: ['description'] }],
};

describe('a policy in a file', () => {
  it('may leave out what is empty, and what has one sensible value', () => {
    expect(policyFile.parse(SHORT)).toEqual({
      ...SHORT,
      about: {},
      roles: [],
      changeTypes: [{ id: 'Normal', description: '', emergency: false }],
      categories: [],
      fields: [],
      terms: [],
      scope: {},
      emergencies: { mode: 'not-allowed', bypasses: [], tell: [] },
      standardChanges: [],
      exceptions: 'none',
      delegation: 'none',
      calendar: { windows: [] },
      records: { retentionMonths: null, legalHold: false, notifications: [] },
      clocks: [],
      questions: [],
      answers: {},
      clauses: [],
      rules: [{ ...SHORT.rules[0], clauses: [], strength: 'block' }],
    });
  });

  it('is, once it is filled in, a policy document', () => {
    expect(policyDocument.safeParse(policyFile.parse(SHORT)).success).toBe(true);
  });

  it.each<[string, object, object]>([
    [
      'exceptions',
      { exceptions: { requirement: { role: 'cto' } } },
      { exceptions: { clauses: [], requirement: { role: 'cto' }, askedWith: [], granted: [] } },
    ],
    ['emergencies', { emergencies: { mode: 'both' } }, { emergencies: { mode: 'both', bypasses: [], tell: [] } }],
    [
      'records',
      { records: { legalHold: true } },
      { records: { retentionMonths: null, legalHold: true, notifications: [] } },
    ],
    ['categories', { categories: [{ id: 'Network' }] }, { categories: [{ id: 'Network', description: '' }] }],
    [
      'questions',
      { questions: [{ id: 'q', ask: 'What?', kind: 'text' }] },
      { questions: [{ id: 'q', ask: 'What?', kind: 'text', clauses: [] }] },
    ],
    [
      'clocks',
      { clocks: [{ id: 'c', title: 'C', from: 'created', within: { hours: 1 } }] },
      { clocks: [{ id: 'c', title: 'C', from: 'created', within: { hours: 1 }, clauses: [] }] },
    ],
  ])('may leave out parts of its %s', (_section, written, filled) => {
    const roles = [{ id: 'cto', title: 'CTO' }];
    expect(policyFile.parse({ ...SHORT, roles, ...written })).toMatchObject(filled);
  });

  it('may write a moment in its own zone, and without milliseconds', () => {
    const window = { id: 'w', title: 'W', kind: 'maintenance' };
    const interval = { from: '2026-12-19T01:00:00+01:00', until: '2026-12-19T03:00:00Z' };
    expect(policyFile.parse({ ...SHORT, calendar: { windows: [{ ...window, interval }] } }).calendar.windows).toEqual([
      { ...window, interval: { from: '2026-12-19T00:00:00.000Z', until: '2026-12-19T03:00:00.000Z' } },
    ]);
  });

  it.each([
    ['a date', '2026-12-19'],
    ['no zone', '2026-12-19T01:00:00'],
    ['a day that there is not', '2026-02-30T01:00:00Z'],
  ])('is refused with %s for a moment', (_what, from) => {
    const window = { id: 'w', title: 'W', kind: 'maintenance', interval: { from, until: '2027-01-01T00:00:00Z' } };
    expect(problemsIn(policyFile, { ...SHORT, calendar: { windows: [window] } })).toContain(
      'calendar.windows.0.interval.from: This is no moment in time. Write it as 2026-12-31T18:00:00Z, or with an offset as 2026-12-31T19:00:00+01:00.',
    );
  });

  it.each(['schemaVersion', 'id', 'title', 'version', 'changeTypes', 'risk', 'materialFields', 'rules'])(
    'must say its %s',
    (key) => {
      const { [key]: _left, ...rest } = SHORT as Readonly<Record<string, unknown>>;
      expect(problemsIn(policyFile, rest).map((problem) => problem.split(':')[0])).toEqual([key]);
    },
  );

  it.each([...PRESETS, everythingPolicy].map((policy) => [policy.id, policy] as const))(
    'reads %s, in which nothing is left out, as it is',
    (_id, policy) => {
      expect(policyFile.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    },
  );
});
