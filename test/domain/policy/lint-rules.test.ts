import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { CalendarWindow } from '../../../src/domain/calendar/calendar-window';
import type { Condition } from '../../../src/domain/policy/condition';
import type { Emergencies, Policy } from '../../../src/domain/policy/policy';
import type { ApprovalRule, Rule } from '../../../src/domain/policy/policy-rule';
import { approvalRule, AT_AUTHORIZE, fieldsRule } from '../../builders/policies';
import { CLEAN, EXCEPTIONS, foundAfter, foundAmong, foundWith } from './lint-clean-policy';

const BASE = { ...AT_AUTHORIZE, clauses: ['C-2'] };
/** Where an approval is looked at that is needed to authorize a change. */
const KEPT: Rule['gates'] = ['authorize', 'implement'];
const error = { severity: 'error', clauses: [], ruleIds: [] };
const warning = { severity: 'warning', clauses: [], ruleIds: [] };
const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };

describe('what becomes of emergencies', () => {
  const approvalAt = (gate: 'expedite' | 'close', overrides: Partial<ApprovalRule> = {}) =>
    approvalRule({ ...BASE, id: `at-${gate}`, gates: [gate], point: gate, when: EMERGENCY, ...overrides });
  const found = (mode: Emergencies['mode'], rules: readonly Rule[], overrides: Partial<Policy> = {}) => {
    const others = CLEAN.rules.filter(({ id }) => id !== 'approved-afterwards');
    const clauses = CLEAN.clauses.map(({ promises, ...clause }) => clause).filter(({ id }) => id !== 'C-3a');
    return foundWith({
      clauses,
      rules: [...others, ...rules],
      emergencies: { ...CLEAN.emergencies, mode },
      ...overrides,
    }).map((finding) => (finding.code === 'emergency-mode-not-kept' ? finding.problem : finding.code));
  };
  const before = approvalAt('expedite');
  const after = approvalAt('close');

  it('is approval first, where the policy says so', () => {
    expect(found('approve-first', [before])).toEqual([]);
    expect(found('approve-first', [])).toEqual(['not-approved-first']);
    expect(found('approve-first', [after])).toEqual(['not-approved-first']);
    expect(found('approve-first', [{ ...before, strength: 'warn' }])).toEqual(['not-approved-first']);
    expect(found('approve-first', [{ ...before, when: { not: EMERGENCY } }])).toEqual(['not-approved-first']);
    expect(found('approve-first', [{ ...before, when: { all: [EMERGENCY, { risk: ['High'] }] } }])).toEqual([
      'not-approved-first',
    ]);
    expect(
      found('approve-first', [
        { ...before, when: { risk: ['High'] } },
        { ...before, when: { risk: ['Low'] } },
      ]),
    ).toEqual([]);
  });

  it('is implementation first and a review after, where the policy says so', () => {
    expect(found('implement-first', [after])).toEqual([]);
    expect(found('implement-first', [])).toEqual(['not-reviewed-after']);
    expect(found('implement-first', [before, after])).toEqual(['approved-first']);
    expect(found('implement-first', [{ ...before, strength: 'warn' }, after])).toEqual([]);
    expect(found('implement-first', [{ ...before, when: { not: EMERGENCY } }, after])).toEqual([]);
    expect(found('implement-first', [before])).toEqual(['approved-first', 'not-reviewed-after']);
  });

  it('is both, where the policy says so', () => {
    expect(found('both', [before, after])).toEqual([]);
    expect(found('both', [before])).toEqual(['not-reviewed-after']);
    expect(found('both', [after])).toEqual(['not-approved-first']);
    expect(found('both', [])).toEqual(['not-approved-first', 'not-reviewed-after']);
  });

  it('is reviewed by an approval of what was done, or by a review', () => {
    const closing = { ...BASE, id: 'review', gates: ['close'] as const };
    const review: Rule = { ...closing, kind: 'post-implementation-review', meeting: false };
    const field = fieldsRule({ ...closing, fields: ['postImplementationReview'] });
    expect(found('implement-first', [review])).toEqual([]);
    expect(found('implement-first', [field])).toEqual([]);
    expect(found('implement-first', [{ ...field, fields: ['outcome'] }])).toEqual(['not-reviewed-after']);
    expect(found('implement-first', [{ ...review, gates: ['complete'] }])).toEqual(['not-reviewed-after']);
    expect(found('implement-first', [{ ...review, strength: 'warn' }])).toEqual(['not-reviewed-after']);
    expect(found('implement-first', [{ ...after, point: 'complete' }])).toEqual([]);
    expect(found('implement-first', [{ ...after, point: 'expedite' }])).toEqual(['not-reviewed-after']);
  });

  it('is nothing, where the policy has no way for them', () => {
    expect(found('not-allowed', [])).toEqual(['there-are-emergencies']);
    const changeTypes = CLEAN.changeTypes.filter(({ emergency }) => !emergency);
    expect(found('not-allowed', [], { changeTypes })).toEqual([]);
    expect(found('both', [], { changeTypes })).toEqual([]);
  });

  it('is told with the types and the rules that it is about', () => {
    const mode = { ...error, code: 'emergency-mode-not-kept', mode: 'implement-first' };
    const rule = { ...before, clauses: ['C-2', 'C-4'] };
    expect(foundAmong(rule).find(({ code }) => code === 'emergency-mode-not-kept')).toEqual({
      ...mode,
      problem: 'approved-first',
      types: ['Emergency'],
      clauses: ['C-2', 'C-4'],
      ruleIds: ['at-expedite'],
    });
    const urgent = { id: 'Urgent', description: '', emergency: true };
    expect(foundWith({ changeTypes: [...CLEAN.changeTypes, urgent] })).toEqual([
      { ...mode, problem: 'not-reviewed-after', types: ['Urgent'] },
    ]);
    const everything = { ...before, when: { field: 'changeType', in: ['Urgent'] } };
    expect(
      foundWith({ changeTypes: [...CLEAN.changeTypes, urgent], rules: [...CLEAN.rules, everything] }).find(
        ({ code, ruleIds }) => code === 'emergency-mode-not-kept' && ruleIds.length > 0,
      ),
    ).toMatchObject({ types: ['Urgent'] });
  });
});

describe('the way of emergencies', () => {
  const open = (...types: readonly string[]) => ({ ...error, code: 'expedite-open', types });
  const found = (rule: Rule) => foundAfter('emergencies-only', () => rule);
  const path = { ...BASE, clauses: ['C-3'], id: 'path', gates: ['expedite'], kind: 'emergency-path' } as const;
  const only = { ...path, kind: 'allowed-types', types: ['EMERGENCY'] } as const;

  it('is open to all when nothing shuts it', () => {
    expect(foundAfter('emergencies-only')).toEqual([open('Normal', 'Standard')]);
  });

  it('is shut to whatever is no emergency, or to whatever is not among some types', () => {
    expect(found(path)).toEqual([]);
    expect(found(only)).toEqual([]);
    expect(found({ ...only, types: ['Emergency', 'Standard'] })).toEqual([open('Standard')]);
  });

  it('is not shut by a rule at another gate, one that asks for a reason, or one that does not apply to all', () => {
    const all = [open('Normal', 'Standard')];
    expect(found({ ...path, gates: ['submit'] })).toEqual(all);
    expect(found({ ...path, strength: 'warn' })).toEqual(all);
    expect(found({ ...path, when: { risk: ['High'] } })).toEqual(all);
    expect(found({ ...path, when: { field: 'changeType', in: ['Normal'] } })).toEqual([open('Standard')]);
    expect(found(approvalRule({ ...path, kind: 'approval', point: 'expedite', when: { not: EMERGENCY } }))).toEqual(
      all,
    );
  });
});

describe('a rule', () => {
  const never = (when: Condition, overrides: Partial<Policy> = {}) => {
    const rule = fieldsRule({ ...BASE, when });
    return foundWith({ rules: [...CLEAN.rules, rule], ...overrides })
      .filter(({ code }) => code !== 'condition-field-optional')
      .map(({ code, clauses, ruleIds }) => [code, clauses, ruleIds]);
  };
  const idle = [['rule-never-applies', ['C-2'], ['fields']]];

  it('under which no change can come is idle', () => {
    expect(never({ field: 'changeType', in: ['Unheard of'] })).toEqual(idle);
    expect(never({ field: 'category', in: ['Software'] })).toEqual(idle);
    expect(never({ risk: ['Extreme'] })).toEqual(idle);
    expect(never({ field: 'riskLevel', in: ['Extreme'] })).toEqual(idle);
    expect(never({ all: [EMERGENCY, { not: EMERGENCY }] })).toEqual(idle);
    expect(
      never({
        all: [
          { field: 'cost', atLeast: 10 },
          { field: 'cost', atMost: 9 },
        ],
      }),
    ).toEqual(idle);
    expect(
      never({
        all: [
          { field: 'scope', filled: true },
          { field: 'scope', filled: false },
        ],
      }),
    ).toEqual(idle);
  });

  it('under which some change can come is not', () => {
    expect(never({ field: 'category', in: ['network'] })).toEqual([]);
    expect(
      never({
        all: [
          { field: 'cost', atLeast: 10 },
          { field: 'cost', atMost: 10 },
        ],
      }),
    ).toEqual([]);
    expect(
      never({
        all: [
          { field: 'tags', in: ['a'] },
          { field: 'tags', in: ['b'] },
        ],
      }),
    ).toEqual([]);
    expect(never({ field: 'category', in: ['Software'] }, { categories: [] })).toEqual([]);
    expect(never({ term: 'unheard of' })).toEqual([]);
  });

  it('that an answer leaves without effect is meant to be', () => {
    const questions = [
      ...CLEAN.questions,
      {
        id: 'who',
        clauses: [],
        ask: 'Who?',
        kind: 'choice',
        options: [
          { id: 'us', title: '' },
          { id: 'them', title: '' },
        ],
      } as const,
    ];
    const answers = { ...CLEAN.answers, who: 'us' };
    expect(never({ answer: 'who', in: ['them'] }, { questions, answers })).toEqual([]);
    expect(never({ answer: 'who', in: ['nobody'] }, { questions, answers })).toEqual(idle);
  });

  it('about whoever closes the change that neither the app nor Jira can decide would stop every change', () => {
    const found = (rule: Rule) =>
      foundAmong(rule).map(({ code, severity, clauses, ruleIds }) => [code, severity, clauses, ruleIds]);
    const rule = { ...BASE, id: 'closing', gates: ['close'] } as const;
    const unknown = [['closer-not-known', 'error', ['C-2'], ['closing']]];
    const mayClose = { ...rule, kind: 'who-may', duty: 'closer', roles: ['owner'] } as const;
    expect(found(mayClose)).toEqual([]);
    expect(found({ ...rule, kind: 'separate-duties', pairs: [['closer', 'tester']] })).toEqual([]);
    expect(found({ ...rule, kind: 'same-person', pairs: [['tester', 'closer']] })).toEqual([]);
    expect(found({ ...mayClose, gates: ['complete', 'close'] })).toEqual(unknown);
    expect(found({ ...mayClose, strength: 'warn' })).toEqual(unknown);
    expect(found({ ...mayClose, when: { field: 'description', filled: true } })).toEqual(unknown);
    expect(found({ ...rule, kind: 'separate-duties', pairs: [['closer', 'approver']] })).toEqual(unknown);
    expect(found({ ...rule, kind: 'authorship', fields: ['outcome'], by: { duty: 'closer' } })).toEqual(unknown);
    expect(found({ ...rule, kind: 'who-may', duty: 'verifier', roles: ['owner'] })).toEqual([]);
    expect(found({ ...rule, kind: 'authorship', fields: ['outcome'], by: { roles: ['owner'] } })).toEqual([]);
    expect(found({ ...rule, kind: 'separate-duties', pairs: [['requester', 'approver']] })).toEqual([]);
  });
});

describe('an approval', () => {
  it.each<[NonNullable<ApprovalRule['wait']>, number, number]>([
    [{ hours: 24 }, 24, 24.5],
    [{ businessHours: 8 }, 8, 8.5],
    [{ businessDays: 2 }, 47, 47.5],
  ])('has to outlast its waiting period of %j', (wait, tooShort, enough) => {
    const among = (expiresAfterHours: number) =>
      foundAmong(approvalRule({ ...BASE, gates: KEPT, when: { not: EMERGENCY }, wait, expiresAfterHours }));
    expect(among(tooShort)).toEqual([
      { ...error, code: 'approval-expires-first', clauses: ['C-2'], ruleIds: ['approval'] },
    ]);
    expect(among(enough)).toEqual([]);
  });

  it('cannot be asked for before it is given', () => {
    const late = (gates: Rule['gates'], point: ApprovalRule['point']) =>
      foundAmong(approvalRule({ ...BASE, gates, point, when: { not: EMERGENCY } }));
    expect(late(['authorize', 'implement', 'close'], 'authorize')).toEqual([]);
    expect(late(['expedite'], 'implement')).toEqual([]);
    expect(late(['submit', 'authorize', 'close'], 'implement')).toEqual([
      {
        ...error,
        code: 'approval-too-late',
        clauses: ['C-2'],
        ruleIds: ['approval'],
        point: 'implement',
        gates: ['submit', 'authorize'],
      },
    ]);
  });

  const impossible: readonly (readonly [string, Requirement])[] = [
    ['more than its list', { atLeast: 2, of: [{ role: 'owner' }] }],
    ['more than everybody', { percent: 101, role: 'board' }],
    ['all of nothing', { allOf: [] }],
    ['one of nothing', { anyOf: [] }],
    ['none of nothing', { atLeast: 0, of: [] }],
    ['something that cannot be, among others', { allOf: [{ role: 'owner' }, { anyOf: [] }] }],
    ['any of what cannot be', { anyOf: [{ anyOf: [] }, { percent: 200, role: 'board' }] }],
    ['so many of what cannot be', { atLeast: 2, of: [{ role: 'owner' }, { role: 'board' }, { anyOf: [] }].slice(1) }],
  ];

  it.each(impossible)('can never be complete when it asks for %s', (_what, requirement) => {
    expect(foundAmong(approvalRule({ ...BASE, gates: KEPT, requirement }))).toEqual([
      { ...error, code: 'requirement-never-met', clauses: ['C-2'], ruleIds: ['approval'], in: 'rule' },
    ]);
    expect(foundWith({ exceptions: { ...EXCEPTIONS, requirement, granted: [] } })).toEqual([
      { ...error, code: 'requirement-never-met', clauses: ['C-6'], in: 'exceptions' },
    ]);
  });

  it.each<readonly [string, Requirement]>([
    ['everybody', { percent: 100, role: 'board' }],
    ['many', { atLeast: 99, role: 'board' }],
    ['any, one of which cannot be', { anyOf: [{ anyOf: [] }, { role: 'owner' }] }],
    ['some of which enough can be', { atLeast: 1, of: [{ anyOf: [] }, { role: 'owner' }] }],
  ])('can be complete when it asks for %s', (_what, requirement) => {
    expect(foundAmong(approvalRule({ ...BASE, gates: KEPT, requirement }))).toEqual([]);
  });
});

describe('a role', () => {
  const extra = { id: 'extra', title: 'Extra' };
  const unused = { ...warning, code: 'unused-role', role: 'extra' };
  const found = (overrides: Partial<Policy>) => foundWith({ roles: [...CLEAN.roles, extra], ...overrides });
  const rule = (one: Rule) => ({ rules: [...CLEAN.rules, one] });
  const window = {
    ...(CLEAN.calendar.windows[0] as CalendarWindow & { readonly kind: 'freeze' }),
    exemptionBy: 'extra',
  };

  it('that nothing needs is found', () => {
    expect(found({})).toEqual([unused]);
    expect(found(rule({ ...BASE, id: 'x', kind: 'who-may', duty: 'tester', roles: ['owner'] }))).toEqual([unused]);
    expect(found(rule({ ...BASE, id: 'x', kind: 'authorship', fields: [], by: { duty: 'tester' } }))).toEqual([unused]);
    expect(found(rule(approvalRule({ ...BASE, gates: KEPT, veto: 'nobody' })))).toEqual([unused]);
    expect(found({ standardChanges: [{ id: 'x', title: 'X', preApprovedBy: null }] })).toEqual([unused]);
    expect(found({ delegation: { longestDays: 1, roles: ['extra'] } })).toEqual([unused]);
  });

  it.each<readonly [string, Partial<Policy>]>([
    [
      'approves',
      rule(approvalRule({ ...BASE, gates: KEPT, requirement: { anyOf: [{ role: 'owner' }, { role: 'extra' }] } })),
    ],
    ['may stop a change', rule(approvalRule({ ...BASE, gates: KEPT, veto: ['extra'] }))],
    ['may do something', rule({ ...BASE, id: 'x', kind: 'who-may', duty: 'tester', roles: ['owner', 'extra'] })],
    ['writes something', rule({ ...BASE, id: 'x', kind: 'authorship', fields: [], by: { roles: ['extra'] } })],
    ['blesses standard changes', { standardChanges: [{ id: 'x', title: 'X', preApprovedBy: 'extra' }] }],
    ['is told of emergencies', { emergencies: { ...CLEAN.emergencies, tell: ['helper', 'extra'] } }],
    [
      'is told of changes',
      { records: { ...CLEAN.records, notifications: [{ clauses: ['C-9'], on: 'closed', tell: ['extra'] }] } },
    ],
    ['exempts from freezes', { calendar: { windows: [...CLEAN.calendar.windows, window] } }],
    ['exempts from freezes that were answered', { answers: { dates: [window] } }],
    [
      'grants exceptions',
      {
        exceptions: { ...EXCEPTIONS, granted: [], requirement: { anyOf: [{ role: 'board' }, { role: 'extra' }] } },
      },
    ],
  ])('that %s is used', (_what, overrides) => {
    expect(found(overrides)).toEqual([]);
  });

  it('is used whether or not there are exceptions', () => {
    const clauses = CLEAN.clauses.filter(({ id }) => id !== 'C-6');
    expect(found({ exceptions: 'none', clauses })).toEqual([unused]);
  });
});

describe('an approval that is not looked at again before implementation', () => {
  const once = approvalRule({ ...BASE, id: 'once', gates: ['authorize'], when: { risk: ['High'] } });
  const found = (...rules: readonly Rule[]) =>
    foundWith({ rules: [...CLEAN.rules.filter(({ id }) => id !== 'approval'), ...rules] })
      .filter(({ code }) => code === 'approval-not-kept')
      .map(({ ruleIds, severity }) => [severity, ...ruleIds]);

  it('is found', () => {
    expect(found(once)).toEqual([['warning', 'once']]);
    expect(found({ ...once, gates: ['authorize', 'close'] })).toEqual([['warning', 'once']]);
  });

  it('is none that is looked at there, is only a warning, or is given later', () => {
    expect(found({ ...once, gates: ['authorize', 'implement'] })).toEqual([]);
    expect(found({ ...once, strength: 'warn' })).toEqual([]);
    expect(found({ ...once, gates: ['close'], point: 'close' })).toEqual([]);
  });

  it('is none where all of its changes need another approval there', () => {
    const later = approvalRule({ ...BASE, id: 'later', gates: ['implement'], when: { not: { risk: ['Low'] } } });
    expect(found(once, later)).toEqual([]);
    expect(found(once, { ...later, strength: 'warn' })).toEqual([['warning', 'once']]);
    expect(found(once, { ...later, when: { risk: ['Low'] } })).toEqual([['warning', 'once']]);
  });
});

describe('a condition on a field that may be left empty', () => {
  const when: Condition = { field: 'environment', in: ['Production'] };
  const checked = fieldsRule({ ...BASE, id: 'checked', fields: ['testResults'], when });
  const required = fieldsRule({ ...BASE, id: 'required', gates: ['submit'], fields: ['environment'] });
  const found = (rules: readonly Rule[], overrides: Partial<Policy> = {}) =>
    foundWith({ rules: [...CLEAN.rules, ...rules], ...overrides }).filter(
      ({ code }) => code === 'condition-field-optional',
    );
  const finding = { ...warning, code: 'condition-field-optional', field: 'environment', scope: false };

  it('is found once, with the rules that such a change is let off', () => {
    const other = { ...checked, id: 'other', when: { all: [{ risk: ['High'] }, { not: { not: when } }] } };
    expect(found([checked, other])).toEqual([{ ...finding, clauses: ['C-2'], ruleIds: ['checked', 'other'] }]);
    const compared = { ...checked, when: { field: 'environment', atLeast: 3 } } as const;
    expect(found([compared])).toEqual([{ ...finding, clauses: ['C-2'], ruleIds: ['checked'] }]);
  });

  it('is found in the scope and behind a word', () => {
    const terms = [{ id: 'live', means: when, definedIn: 'C-1' }];
    const scope = { when: { term: 'live' } };
    expect(found([], { scope, terms: [...CLEAN.terms, ...terms] })).toEqual([{ ...finding, scope: true }]);
    const endless = [{ id: 'live', means: { any: [{ term: 'live' }] }, definedIn: 'C-1' }];
    expect(found([], { scope, terms: [...CLEAN.terms, ...endless] })).toEqual([]);
  });

  it('is none where the field has to be filled by then', () => {
    expect(found([checked, required])).toEqual([]);
    expect(found([checked], { scope: {} })).toHaveLength(1);
    expect(found([required], { scope: { when } })).toEqual([]);
    expect(found([checked, { ...required, gates: ['close'] }])).toHaveLength(1);
    expect(found([checked, { ...required, strength: 'warn' }])).toHaveLength(1);
    expect(found([checked, { ...required, fields: [{ oneOf: ['environment', 'scope'] }] }])).toHaveLength(1);
  });

  it('is none where an empty field lets nobody off', () => {
    expect(found([{ ...checked, when: { not: when } }])).toEqual([]);
    expect(found([{ ...checked, when: { field: 'environment', filled: true } }])).toEqual([]);
    expect(found([{ ...checked, when: { field: 'changeType', in: ['Normal'] } }])).toEqual([]);
  });
});
