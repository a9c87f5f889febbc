import { describe, expect, it } from '@jest/globals';
import { actorGuards } from '../../../src/domain/guards/actor-guards';
import type { Gate } from '../../../src/domain/change/lifecycle';
import type { Condition } from '../../../src/domain/policy/condition';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { NO_SETTINGS, type RoleHolders, type Settings } from '../../../src/domain/settings';
import { policyWith } from '../../builders/policies';
import { heldBy } from '../../builders/governed-site';

const SETTINGS: Settings = {
  ...NO_SETTINGS,
  roles: { owner: heldBy('g-1'), security: { groups: [], people: ['p-1'], projectRoles: [] } },
};
const CLOSE = { id: 'rule', clauses: ['T-1'], gates: ['close'], strength: 'block' } as const;
const MAY_CLOSE: Rule = { ...CLOSE, kind: 'who-may', duty: 'closer', roles: ['security'] };
const IS_P1 = "user.accountId == 'p-1'";

function compiled(rule: Rule, overrides: Partial<Policy> = {}, settings = SETTINGS, gate: Gate = 'close') {
  return actorGuards(policyWith([rule], overrides), settings, gate);
}

function expressionOf(rule: Rule, overrides: Partial<Policy> = {}, settings = SETTINGS, gate: Gate = 'close') {
  const { guards, unsaid } = compiled(rule, overrides, settings, gate);
  expect(unsaid).toEqual([]);
  return guards.map(({ expression }) => expression);
}

describe('who may take on a duty', () => {
  it.each<[string, Partial<RoleHolders>, string]>([
    ['one group', { groups: ['g-1'] }, "user.groupIds.some(g => g == 'g-1')"],
    ['groups', { groups: ['g-2', 'g-1', 'g-2'] }, "user.groupIds.some(g => ['g-1', 'g-2'].includes(g))"],
    ['people', { people: ['p-2', 'p-1'] }, "['p-1', 'p-2'].includes(user.accountId)"],
    ['project roles', { projectRoles: ['10002'] }, 'user.getProjectRoles(project).some(r => [10002].includes(r.id))'],
    [
      'some of each',
      { groups: ['g-1'], people: ['p-1'], projectRoles: ['1', '2'] },
      "user.accountId == 'p-1' || user.groupIds.some(g => g == 'g-1') || user.getProjectRoles(project).some(r => [1, 2].includes(r.id))",
    ],
    ['nobody', {}, 'false'],
    ['a project role that is no number', { projectRoles: ['true) || (true'] }, 'false'],
    ['a project role that begins as a number', { projectRoles: ['1].includes(1) || [1'] }, 'false'],
    ['a project role that ends as a number', { projectRoles: ['user || 1'] }, 'false'],
    ['somebody with a quote in the id', { people: ["o'brien\\"] }, String.raw`user.accountId == 'o\'brien\\'`],
  ])('is asked of %s', (_, held, expression) => {
    const roles = { security: { groups: [], people: [], projectRoles: [], ...held } };
    expect(expressionOf(MAY_CLOSE, {}, { ...NO_SETTINGS, roles })).toEqual([expression]);
  });

  it('is asked with everybody who holds one of several roles', () => {
    expect(expressionOf({ ...MAY_CLOSE, roles: ['owner', 'security'] })).toEqual([
      `${IS_P1} || user.groupIds.some(g => g == 'g-1')`,
    ]);
  });

  it.each<[Gate, 'implementer' | 'verifier' | 'closer' | 'tester' | 'requester' | 'approver', boolean]>([
    ['implement', 'implementer', true],
    ['expedite', 'implementer', true],
    ['complete', 'implementer', true],
    ['close', 'implementer', false],
    ['close', 'verifier', true],
    ['close', 'closer', true],
    ['close', 'tester', false],
    ['submit', 'requester', false],
    ['authorize', 'approver', false],
  ])('at %s is asked of the acting person for the %s: %s', (gate, duty, asked) => {
    const rule: Rule = { ...MAY_CLOSE, gates: [gate], duty };
    expect(expressionOf(rule, {}, SETTINGS, gate)).toEqual(asked ? [IS_P1] : []);
  });

  it('is not asked for the verifier where the policy says who closes', () => {
    const verifier: Rule = { ...MAY_CLOSE, id: 'verified', duty: 'verifier' };
    const { guards } = actorGuards(policyWith([verifier, MAY_CLOSE]), SETTINGS, 'close');
    expect(guards.map(({ ruleId }) => ruleId)).toEqual(['rule']);
  });

  it('is asked at the gates of the rule only', () => {
    expect(expressionOf({ ...MAY_CLOSE, duty: 'implementer', gates: ['complete'] }, {}, SETTINGS, 'implement')).toEqual(
      [],
    );
  });
});

describe('two duties', () => {
  const REQUESTERS = '[issue.reporter?.accountId, issue.creator?.accountId]';
  it.each<[Extract<Rule, { pairs: unknown }>['pairs'], Rule['kind'], string]>([
    [[['closer', 'implementer']], 'separate-duties', 'issue.{field:implementer}?.accountId != user.accountId'],
    [
      [
        ['tester', 'closer'],
        ['closer', 'verifier'],
      ],
      'separate-duties',
      'issue.{field:tester}?.accountId != user.accountId && issue.{field:verifier}?.accountId != user.accountId',
    ],
    [
      [['requester', 'closer']],
      'separate-duties',
      `(issue.reporter ?? issue.creator) != null && !${REQUESTERS}.includes(user.accountId)`,
    ],
    [[['tester', 'closer']], 'same-person', 'issue.{field:tester}?.accountId == user.accountId'],
    [[['closer', 'requester']], 'same-person', `${REQUESTERS}.includes(user.accountId)`],
  ])('%j are kept apart or together (%s)', (pairs, kind, expression) => {
    const rule = { ...CLOSE, kind, pairs } as Rule;
    expect(expressionOf(rule)).toEqual([expression]);
  });

  it('are held against whoever authorizes, who stands for the approval', () => {
    const rule: Rule = {
      ...CLOSE,
      gates: ['authorize', 'close'],
      kind: 'separate-duties',
      pairs: [
        ['requester', 'approver'],
        ['implementer', 'approver'],
      ],
    };
    expect(expressionOf(rule, {}, SETTINGS, 'authorize')).toEqual([
      `(issue.reporter ?? issue.creator) != null && !${REQUESTERS}.includes(user.accountId) && issue.{field:implementer}?.accountId != user.accountId`,
    ]);
    expect(compiled(rule)).toEqual({ guards: [], unsaid: [] });
  });

  it('are not said where who approved decides, and the rest of the rule is', () => {
    const pairs = [
      ['closer', 'approver'],
      ['closer', 'tester'],
    ] as const;
    expect(compiled({ ...CLOSE, kind: 'separate-duties', pairs })).toMatchObject({
      guards: [{ expression: 'issue.{field:tester}?.accountId != user.accountId' }],
      unsaid: [{ ruleId: 'rule', gate: 'close', because: 'votes' }],
    });
    expect(compiled({ ...CLOSE, kind: 'same-person', pairs: [['approver', 'closer']] })).toEqual({
      guards: [],
      unsaid: [{ ruleId: 'rule', gate: 'close', because: 'votes' }],
    });
  });
});

describe('the condition of a rule', () => {
  const RISK = "(issue.{field:riskLevel}?.value ?? '').toLowerCase()";
  const TYPE = "(issue.{field:changeType}?.value ?? '').toLowerCase()";
  const FIELDS = [
    { id: 'region', title: 'Region', kind: 'options' },
    { id: 'cost', title: 'Cost', kind: 'number' },
  ] as const;

  it.each<[Condition, string]>([
    [{ field: 'changeType', in: ['Emergency'] }, `!(${TYPE} == 'emergency') || ${IS_P1}`],
    [{ field: 'changeType', in: ['Emergency', 'normal'] }, `!(['emergency', 'normal'].includes(${TYPE})) || ${IS_P1}`],
    [{ not: { field: 'changeType', in: ['Emergency'] } }, `${TYPE} == 'emergency' || ${IS_P1}`],
    [{ field: 'tester', in: ['P-9'] }, `!((issue.{field:tester}?.accountId ?? '').toLowerCase() == 'p-9') || ${IS_P1}`],
    [
      { field: 'region', in: ['EU', 'US'] },
      `!((issue.{field:region} ?? []).some(o => ['eu', 'us'].includes(o.value.toLowerCase()))) || ${IS_P1}`,
    ],
    [{ field: 'tags', in: ['Urgent'] }, `!((issue.labels ?? []).some(o => o.toLowerCase() == 'urgent')) || ${IS_P1}`],
    [{ field: 'tester', filled: true }, `!(issue.{field:tester} != null) || ${IS_P1}`],
    [{ field: 'plannedStart', filled: false }, `!(issue.{field:plannedStart} == null) || ${IS_P1}`],
    [{ field: 'exceptionTo', filled: true }, `!((issue.{field:exceptionTo} ?? []).length > 0) || ${IS_P1}`],
    [{ field: 'cost', atLeast: 5 }, `!((issue.{field:cost} != null && issue.{field:cost} >= 5)) || ${IS_P1}`],
    [{ field: 'cost', atMost: -1 }, `!((issue.{field:cost} != null && issue.{field:cost} <= -1)) || ${IS_P1}`],
    [{ risk: ['High'] }, `['low', 'medium'].includes(${RISK}) || (${RISK} == 'high' && ${IS_P1})`],
    [{ riskAtLeast: 'medium' }, `${RISK} == 'low' || (['medium', 'high'].includes(${RISK}) && ${IS_P1})`],
    [
      { all: [{ field: 'tester', filled: true }, { any: [{ field: 'cost', filled: true }, { term: 'urgent' }] }] },
      `!(issue.{field:tester} != null && (issue.{field:cost} != null || ${TYPE} == 'emergency')) || ${IS_P1}`,
    ],
    [{ answer: 'who', in: ['us'] }, IS_P1],
    [{ answer: 'nobody-asked', in: ['us'] }, 'false'],
    [{ term: 'unheard-of' }, 'false'],
    [{ term: 'circular' }, 'false'],
    [{ any: [{ term: 'unheard-of' }, { answer: 'who', in: ['us'] }] }, IS_P1],
  ])('%j', (when, expression) => {
    const overrides: Partial<Policy> = {
      fields: FIELDS,
      answers: { who: 'us' },
      terms: [
        { id: 'urgent', means: { field: 'changeType', in: ['Emergency'] } },
        { id: 'circular', means: { not: { term: 'circular' } } },
      ],
    };
    expect(expressionOf({ ...MAY_CLOSE, when }, overrides)).toEqual([expression]);
  });
});

describe('the scope of the policy', () => {
  it('lets everything else pass', () => {
    expect(expressionOf(MAY_CLOSE, { scope: { projects: ['CHG', 'OPS'] } })).toEqual([
      `!(['CHG', 'OPS'].includes(project.key)) || ${IS_P1}`,
    ]);
    const when: Condition = { field: 'category', in: ['Network'] };
    expect(expressionOf(MAY_CLOSE, { scope: { when } })).toEqual([
      `!((issue.{field:category}?.value ?? '').toLowerCase() == 'network') || ${IS_P1}`,
    ]);
  });

  it('holds a change of which nobody knows whether it is governed', () => {
    expect(expressionOf(MAY_CLOSE, { scope: { when: { risk: ['High'] } } })).toEqual([
      `['low', 'medium'].includes((issue.{field:riskLevel}?.value ?? '').toLowerCase()) || ${IS_P1}`,
    ]);
  });
});

describe('a guard', () => {
  it.each<[Rule, Gate, string]>([
    [
      MAY_CLOSE,
      'close',
      'Only somebody with the role Security Officer may close this change (T-1). Ask one of them to do it.',
    ],
    [
      { ...MAY_CLOSE, duty: 'implementer', gates: ['implement'], roles: ['owner', 'board', 'security'], clauses: [] },
      'implement',
      'Only somebody with the role Service Owner, Change Board or Security Officer may implement this change. Ask one of them to do it.',
    ],
    [
      {
        ...CLOSE,
        kind: 'separate-duties',
        pairs: [
          ['requester', 'closer'],
          ['closer', 'tester'],
        ],
        clauses: ['T-1', 'T-2'],
      },
      'close',
      'Whoever is the requester or tester of this change may not close it (T-1, T-2). Ask somebody else to do it.',
    ],
    [
      { ...CLOSE, kind: 'same-person', pairs: [['tester', 'closer']] },
      'close',
      'Only whoever is the tester of this change may close it (T-1). Ask them to do it.',
    ],
  ])('of %j says who may, by which clause, and what to do', (rule, gate, message) => {
    expect(compiled(rule, {}, SETTINGS, gate).guards.map((guard) => guard.message)).toEqual([message]);
  });

  it('is asked of changes with an exception as well, and says so', () => {
    const exceptions = { clauses: ['T-1'], requirement: { role: 'owner' }, askedWith: [], granted: [] };
    const despite = (overrides: Partial<Policy>, clauses = ['T-1']) =>
      compiled({ ...MAY_CLOSE, clauses }, overrides).guards.map(({ despiteExceptions }) => despiteExceptions);
    expect(despite({ exceptions })).toEqual([true]);
    expect(despite({ exceptions }, ['T-1', 'T-2'])).toEqual([false]);
    expect(despite({ exceptions }, [])).toEqual([false]);
    expect(despite({})).toEqual([false]);
  });
});

describe('what an expression cannot say', () => {
  const SCORED: Partial<Policy> = {
    risk: { how: 'scored', levels: ['Low'], combine: 'sum', dimensions: [], bands: [] },
  };
  it.each<[string, Rule, Partial<Policy>]>([
    ['scored-risk', { ...MAY_CLOSE, when: { not: { risk: ['Low'] } } }, SCORED],
    ['scored-risk', MAY_CLOSE, { ...SCORED, scope: { when: { riskAtLeast: 'Low' } } }],
    ['text', { ...MAY_CLOSE, when: { field: 'description', filled: true } }, {}],
    ['text', { ...MAY_CLOSE, when: { field: 'standardTemplate', in: ['patch'] } }, {}],
    ['text', { ...MAY_CLOSE, when: { field: 'testEvidence', filled: false } }, {}],
    ['text', { ...MAY_CLOSE, when: { field: 'riskLevel', atLeast: 3 } }, {}],
    ['text', { ...MAY_CLOSE, when: { field: 'nobody-knows', filled: true } }, {}],
    ['votes', { ...CLOSE, kind: 'separate-duties', pairs: [['approver', 'closer']] }, {}],
    ['writers', { ...CLOSE, kind: 'authorship', fields: ['outcome'], by: { duty: 'closer' } }, {}],
    ['only-warns', { ...MAY_CLOSE, strength: 'warn' }, {}],
  ])('is left out and listed: %s', (because, rule, overrides) => {
    expect(compiled(rule, overrides)).toEqual({ guards: [], unsaid: [{ ruleId: 'rule', gate: 'close', because }] });
  });

  it('is what takes more than a thousand characters or a hundred elements', () => {
    const closers = (people: readonly string[]) => {
      const security = { groups: [], people, projectRoles: [] };
      return compiled(MAY_CLOSE, {}, { ...NO_SETTINGS, roles: { security } });
    };
    const tooLong = { guards: [], unsaid: [{ ruleId: 'rule', gate: 'close', because: 'too-long' }] };
    const ids = (count: number, length: number) =>
      Array.from({ length: count }, (_, index) => String(index + 10).padEnd(length, '-'));
    // Ids in quotes with a comma and a blank, two brackets, and `.includes(user.accountId)`.
    expect(closers(ids(17, 53)).guards.map(({ expression }) => expression.length)).toEqual([994]);
    expect(closers(ids(18, 53))).toEqual(tooLong);
    expect(closers(ids(97, 2)).guards).toHaveLength(1);
    expect(closers(ids(98, 2))).toEqual(tooLong);
  });

  it('counts the ids of fields as long as they get', () => {
    const found = (length: number) =>
      compiled({ ...MAY_CLOSE, when: { field: 'category', in: ['x'.repeat(length)] } }, {}, NO_SETTINGS);
    const [guard] = found(937).guards;
    expect(guard?.expression.replaceAll('{field:category}', 'customfield_1000000')).toHaveLength(1000);
    expect(found(938).unsaid).toEqual([{ ruleId: 'rule', gate: 'close', because: 'too-long' }]);
  });
});
