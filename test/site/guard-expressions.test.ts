/** The compiled expressions as the sandbox's Jira reads them, held against what the policy decides. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GROUPS, PEOPLE } from '../../demo/people';
import { ANSWERS } from '../../demo/policy-answers';
import { ROLE_HOLDERS } from '../../demo/role-holders';
import { siteSeed } from '../../demo/site-seed';
import { known, type ChangeFacts, type FieldValue } from '../../src/domain/change/change-facts';
import { FIELD_TITLES } from '../../src/domain/change/jira-titles';
import type { ChangeField } from '../../src/domain/change/change-field';
import { GATES, type Gate } from '../../src/domain/change/lifecycle';
import { actingDuty } from '../../src/domain/guards/acting-duty';
import { actorGuards } from '../../src/domain/guards/actor-guards';
import { withFieldIds } from '../../src/domain/guards/expression-text';
import type { Condition } from '../../src/domain/policy/condition';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../src/domain/policy/policy';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { NO_SETTINGS, rolesHeld, type Settings } from '../../src/domain/settings';
import { PRESETS } from '../../src/policies/presets';
import { blankChange } from '../builders/change-facts';
import { policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';
import { at, createTestSite, type TestSite } from '../sandbox/jira/test-site';

const SETTINGS: Settings = { ...NO_SETTINGS, roles: ROLE_HOLDERS };
const { priya, ivo, tess, nils, dev, jonas } = PEOPLE;

let site: TestSite;
beforeAll(() => {
  site = createTestSite(siteSeed);
});

function placed(expression: string, policy: Pick<Policy, 'fields'> = { fields: [] }): string {
  const own = new Map(policy.fields.map(({ id, title }) => [id, title]));
  const title = (field: string) => own.get(field) ?? FIELD_TITLES[field as ChangeField];
  const ready = withFieldIds(expression, (field) => site.field(title(field)));
  if (ready === undefined) throw new Error(`Not placed: ${expression}`);
  return ready;
}

describe('the guards of a preset', () => {
  it.each(PRESETS.map((policy) => [policy.id, policy] as const))(
    '%s are expressions that Jira takes, for people who are mapped and for a site without any',
    async (id, preset) => {
      const policy = { ...preset, answers: ANSWERS[id] ?? {} };
      const guards = GATES.flatMap((gate) =>
        [SETTINGS, NO_SETTINGS].flatMap((settings) => actorGuards(policy, settings, gate).guards),
      );
      const expressions = guards.map(({ expression }) => placed(expression, policy));
      for (const check of ['syntax', 'type', 'complexity']) {
        const path = `/rest/api/3/expression/analyse?check=${check}`;
        const { body } = await site.ask({ kind: 'user', accountId: jonas.accountId }, 'POST', path, { expressions });
        const results = expressions.length === 0 ? [] : at(body, 'results');
        expect(results).toEqual(
          expressions.map((expression) => expect.objectContaining({ expression, valid: true }) as unknown),
        );
      }
    },
  );

  it('are these', () => {
    const listed = PRESETS.flatMap((policy) =>
      GATES.flatMap((gate) => {
        const { guards, unsaid } = actorGuards({ ...policy, answers: ANSWERS[policy.id] ?? {} }, SETTINGS, gate);
        return [
          ...guards.map(({ ruleId, message }) => `${policy.id} ${gate} ${ruleId}: ${message}`),
          ...unsaid.map(({ ruleId, because }) => `${policy.id} ${gate} ${ruleId} is not said: ${because}`),
        ];
      }),
    );
    expect(listed).toEqual([
      'GEN complete implemented-by-it-administrator: Only somebody with the role IT Administrator may complete this change (GEN-5a). Ask one of them to do it.',
      'DSO authorize peers-approve: Whoever is the requester or implementer of this change may not authorize it (DSO-3.7a). Ask somebody else to do it.',
      'DSO implement implemented-by-platform-team: Only somebody with the role DevOps/Platform Team may implement this change (DSO-4). Ask one of them to do it.',
      'DSO implement peers-approve is not said: votes',
      'DSO complete implemented-by-platform-team: Only somebody with the role DevOps/Platform Team may complete this change (DSO-4). Ask one of them to do it.',
      'DSO expedite implemented-by-platform-team: Only somebody with the role DevOps/Platform Team may expedite this change (DSO-4). Ask one of them to do it.',
      'DSO expedite peers-approve is not said: votes',
      'POL005 implement implemented-by: Only somebody with the role IT Team or Development Team may implement this change (POL005-4). Ask one of them to do it.',
      'POL005 complete implemented-by: Only somebody with the role IT Team or Development Team may complete this change (POL005-4). Ask one of them to do it.',
      'POL005 close checked-by-authorizer is not said: votes',
    ]);
  });
});

interface Scene {
  readonly gate: Gate;
  readonly rule: Rule;
  readonly actor: (typeof PEOPLE)[keyof typeof PEOPLE];
  readonly reporter: string;
  readonly values: Partial<Record<ChangeField, string | null>>;
}

const people = fc.constantFrom(priya, ivo, tess, nils, dev);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const person = maybe(people.map(({ accountId }) => accountId));

const atom = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.record({ field: fc.constant('changeType'), in: fc.subarray(['Normal', 'EMERGENCY', 'other'], { minLength: 1 }) }),
  fc.record({ field: fc.constantFrom('implementer', 'tester', 'verifier', 'category'), filled: fc.boolean() }),
  fc.record({ risk: fc.subarray(['Low', 'high'], { minLength: 1 }) }),
  fc.record({ riskAtLeast: fc.constantFrom('Medium', 'High') }),
  fc.record({ term: fc.constantFrom('urgent', 'unheard-of') }),
  fc.record({ answer: fc.constantFrom('who', 'open'), in: fc.constantFrom(['us'], ['them']) }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    atom,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const roles = fc.subarray(['by-group', 'by-name', 'by-project-role', 'by-nobody'], { minLength: 1 });
type Acting = readonly [Gate, 'implementer' | 'verifier' | 'closer' | 'approver'];
const scene = fc
  .constantFrom<Acting[]>(
    ['implement', 'implementer'],
    ['complete', 'implementer'],
    ['close', 'verifier'],
    ['close', 'closer'],
    ['authorize', 'approver'],
  )
  .chain(([gate, duty]) => {
    const other = fc.constantFrom(...(['requester', 'implementer', 'tester'] as const).filter((one) => one !== duty));
    const base = { id: 'rule', clauses: ['T-1'], gates: [gate], strength: 'block' } as const;
    const pairs = fc.array(
      fc.tuple(other, fc.boolean()).map(([one, first]) => (first ? ([duty, one] as const) : ([one, duty] as const))),
      { minLength: 1, maxLength: 2 },
    );
    const kinds: fc.Arbitrary<Rule>[] = [pairs.map((of) => ({ ...base, kind: 'separate-duties', pairs: of }))];
    if (duty !== 'approver') {
      kinds.push(
        pairs.map((of) => ({ ...base, kind: 'same-person', pairs: of })),
        roles.map((of) => ({ ...base, kind: 'who-may', duty, roles: of })),
      );
    }
    return fc.record<Scene>({
      gate: fc.constant(gate),
      rule: fc
        .tuple(fc.oneof(...kinds), fc.option(condition, { nil: undefined }))
        .map(([rule, when]) => (when === undefined ? rule : { ...rule, when })),
      actor: people,
      reporter: people.map(({ accountId }) => accountId),
      values: fc.record({
        changeType: maybe(fc.constantFrom('Normal', 'Emergency', 'Standard')),
        riskLevel: maybe(fc.constantFrom('Low', 'Medium', 'High')),
        category: maybe(fc.constantFrom('Cybersecurity')),
        implementer: person,
        tester: person,
        verifier: person,
      }),
    });
  });

const POLICY: Partial<Policy> = {
  changeTypes: ['Normal', 'Emergency', 'Standard'].map((id) => ({ id, description: '', emergency: false })),
  terms: [{ id: 'urgent', means: { field: 'changeType', in: ['Emergency'] } }],
  answers: { who: 'us' },
};

describe('an expression', () => {
  it('is true exactly where the rule, with the acting person in the duty, does not stop the change', async () => {
    const { body } = await site.ask({ kind: 'user', accountId: jonas.accountId }, 'GET', '/rest/api/3/role');
    const roleId = String(at(body, 0, 'id'));
    const settings: Settings = {
      ...NO_SETTINGS,
      roles: {
        'by-group': { groups: ['grp-it-administrators', 'grp-quality-assurance'], people: [], projectRoles: [] },
        'by-name': { groups: [], people: [nils.accountId, tess.accountId], projectRoles: [] },
        // Dev by name, Nils through a group.
        'by-project-role': { groups: [], people: [], projectRoles: [roleId] },
      },
    };
    const outcomes = { passed: 0, stopped: 0 };
    await fc.assert(
      fc.asyncProperty(scene, async (one) => {
        const policy = policyWith([one.rule], POLICY);
        const { guards, unsaid } = actorGuards(policy, settings, one.gate);
        expect(unsaid).toEqual([]);
        const key = await createIssue(one);
        const decided = passes(policy, settings, one, roleId);
        const values = await Promise.all(guards.map(({ expression }) => valueOf(placed(expression), key, one)));
        // A rule that asks nothing of anybody has no guard.
        expect(values.every((value) => value === true)).toBe(decided);
        expect(values.every((value) => typeof value === 'boolean')).toBe(true);
        outcomes[decided ? 'passed' : 'stopped'] += 1;
      }),
      { numRuns: 300, seed: 42 },
    );
    expect(Math.min(outcomes.passed, outcomes.stopped)).toBeGreaterThan(50);
  });
});

async function createIssue({ reporter, values }: Scene): Promise<string> {
  const entries = Object.entries(values).flatMap(([field, value]): [string, object][] => {
    const id = site.field(FIELD_TITLES[field as ChangeField]);
    const isPerson = ['implementer', 'tester', 'verifier'].includes(field);
    return value === null ? [] : [[id, isPerson ? { accountId: value } : { value }]];
  });
  const fields = {
    project: { key: 'CHG' },
    issuetype: { name: 'Change Request' },
    summary: 'Rotate keys',
    reporter: { accountId: reporter },
    ...Object.fromEntries(entries),
  };
  const answer = await site.ask({ kind: 'user', accountId: priya.accountId }, 'POST', '/rest/api/3/issue', { fields });
  expect(answer.status).toBe(201);
  return String(at(answer.body, 'key'));
}

async function valueOf(expression: string, key: string, { actor }: Scene): Promise<unknown> {
  const body = { expression, context: { issue: { key } } };
  const as = { kind: 'user', accountId: actor.accountId } as const;
  const answer = await site.ask(as, 'POST', '/rest/api/3/expression/evaluate', body);
  return answer.status === 200 ? at(answer.body, 'value') : answer.body;
}

/** What the policy decides when the person who acts has the duty that comes with the gate. */
function passes(policy: Policy, settings: Settings, { gate, actor, reporter, values }: Scene, roleId: string): boolean {
  const { accountId } = actor;
  const duty = actingDuty(policy, gate);
  const groups = GROUPS.filter(({ members }) => members.includes(accountId)).map(({ groupId }) => groupId);
  const projectRoles = accountId === dev.accountId || groups.includes('grp-change-managers') ? [roleId] : [];
  const inDuty: Record<string, FieldValue> = duty === 'implementer' || duty === 'verifier' ? { [duty]: accountId } : {};
  const facts: ChangeFacts = blankChange(
    { ...values, ...inDuty },
    {
      requesters: [reporter, priya.accountId],
      actor: known(accountId),
      people: { [accountId]: known({ roles: rolesHeld(settings, { accountId, groups, projectRoles }) }) },
    },
  );
  const voted = duty === 'approver' ? withVotes(facts, policy, [{ by: accountId, roles: [] }]) : facts;
  const found = evaluatePolicy(policy, voted, gate, '2026-03-02T09:00:00.000Z').rules.find(
    ({ ruleId }) => ruleId === 'rule',
  );
  if (found === undefined || found.status === 'not-applicable') return true;
  // An approver with another duty passes the rule: the vote is left out of the count.
  return found.status === 'met' && found.findings.every(({ reason }) => reason.code !== 'vote-left-out');
}
