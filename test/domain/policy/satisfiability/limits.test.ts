import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../../../../src/domain/approval/requirement';
import type { Policy } from '../../../../src/domain/policy/policy';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import type { Holders } from '../../../../src/domain/policy/satisfiability/people';
import { approvalRule, policyWith, separationRule } from '../../../builders/policies';
import { fixedSeed } from '../../../builders/fixed-seed';
import { livelyWorld, world, type World } from './worlds';

const NORMAL = { id: 'Normal', description: '', emergency: false };

function numbered(count: number, name: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${String(index)}`);
}

function byDifferentPeople(requirement: Requirement): Policy {
  return policyWith([approvalRule({ requirement, distinctPeople: true })], { changeTypes: [NORMAL] });
}

/** Everybody holds every role. */
function sharedBy(people: readonly string[], roles: readonly string[]): Holders {
  return Object.fromEntries(roles.map((role) => [role, people]));
}

function secondsFor(work: () => void): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1e6;
}

describe('an approval by different people', () => {
  const twenty = numbered(20, 'role');
  const tenOfTwenty = { atLeast: 10, of: twenty.map((role) => ({ role })) };
  const dozen = numbered(12, 'role').map((role) => ({ role }));
  const anyTwelveTimes = { allOf: numbered(12, 'part').map(() => ({ anyOf: dozen })) };

  it.each([
    ['ten of twenty roles', tenOfTwenty, 10],
    ['twelve times any of twelve roles', anyTwelveTimes, 12],
  ] as const)('of %s is a dead end with one person too few, and none with enough', (_name, requirement, enough) => {
    const seconds = secondsFor(() => {
      const whys = [enough - 1, enough].map((count) => {
        const holders = sharedBy(numbered(count, 'person'), twenty);
        const { deadEnds, notChecked } = findDeadEnds(byDifferentPeople(requirement), holders);
        return [deadEnds.map(({ why }) => why), notChecked.all];
      });
      expect(whys).toEqual([
        [['not-enough'], []],
        [[], []],
      ]);
    });
    expect(seconds).toBeLessThan(2);
  });
});

/** Who gets stuck, by the report, each once; null is somebody without a role. */
function stuckIn({ policy, holders }: World, options: Parameters<typeof findDeadEnds>[2] = {}): readonly string[] {
  const { deadEnds } = findDeadEnds(policy, holders, { oneAway: false, ...options });
  return requestersOf(deadEnds, holders);
}

function requestersOf(deadEnds: ReturnType<typeof findDeadEnds>['deadEnds'], holders: Holders): readonly string[] {
  const everybody = [...new Set(Object.values(holders).flat()), 'somebody in no role'];
  const lists = deadEnds.flatMap(({ cells }) => cells.map(({ requesters }) => requesters));
  const stuck = lists.flatMap((list) => (list === 'any' ? everybody : list.map((one) => one ?? 'somebody in no role')));
  return [...new Set(stuck)].sort();
}

describe('a check that is given up', () => {
  it('lists no dead end that there is not, and says which changes were not looked at to the end', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 40 }), (one, mostSteps) => {
        const { deadEnds, notChecked } = findDeadEnds(one.policy, one.holders, { oneAway: false, mostSteps });
        const all = stuckIn(one);
        const found = requestersOf(deadEnds, one.holders);
        expect(all).toEqual(expect.arrayContaining([...found]));
        if (found.length < all.length) expect(notChecked.all).toEqual(['Normal']);
      }),
      fixedSeed(200),
    );
  });

  it('misses nobody while they are away who is not missed, and says whether that is all', () => {
    const lists = ({ policy, holders }: World, mostSteps?: number) => {
      const options = mostSteps === undefined ? {} : { mostSteps };
      const { fragile, notChecked } = findDeadEnds(policy, holders, options);
      const found = fragile.flatMap(({ without, deadEnds }) =>
        requestersOf(deadEnds, holders).map((person) => `${person} without ${without}`),
      );
      return { found, notChecked };
    };
    fc.assert(
      fc.property(livelyWorld, fc.integer({ min: 0, max: 80 }), (one, mostSteps) => {
        const all = lists(one).found;
        const { found, notChecked } = lists(one, mostSteps);
        expect(all).toEqual(expect.arrayContaining([...found]));
        if (found.length < all.length) expect(notChecked.oneAway).toEqual(['Normal']);
      }),
      fixedSeed(200),
    );
  });

  it('says of each type of change whether it was looked at to the end', () => {
    const types = ['Normal', 'Standard', 'Major'].map((id) => ({ ...NORMAL, id }));
    const rules = types.map(({ id }) =>
      approvalRule({ id, when: { field: 'changeType', in: [id] }, requirement: { atLeast: 2, role: 'owner' } }),
    );
    const policy = policyWith([...rules, separationRule()], { changeTypes: types });
    const looked = (mostSteps: number) => {
      const options = { mostSteps };
      const { deadEnds, notChecked } = findDeadEnds(policy, { owner: ['olga', 'otto'] }, options);
      return { told: deadEnds.map(({ ruleIds: [id] }) => id), all: notChecked.all, oneAway: notChecked.oneAway };
    };
    const everyType = types.map(({ id }) => id);
    expect(looked(0)).toEqual({ told: [], all: everyType, oneAway: everyType });
    expect(looked(100)).toEqual({ told: everyType, all: [], oneAway: [] });
    const told = Array.from({ length: 100 }, (_, mostSteps) => looked(mostSteps));
    for (const { told: found, all } of told) expect([...found, ...all]).toEqual(everyType);
    expect(told.map(({ all }) => all)).toContainEqual(['Standard', 'Major']);
    const { notChecked } = findDeadEnds(policy, { owner: ['olga', 'otto'] }, { mostSteps: 0, oneAway: false });
    expect(notChecked).toEqual({ all: everyType, oneAway: [] });
  });

  it('has an answer for everything within its limits', () => {
    const policy = policyWith([approvalRule(), separationRule()], { changeTypes: [NORMAL] });
    const holders = { owner: ['olga'], security: ['sam'], board: ['bea'] };
    expect(findDeadEnds(policy, holders).notChecked).toEqual({ all: [], oneAway: [] });
    expect(findDeadEnds(policy, holders, { mostSteps: 0 })).toMatchObject({
      deadEnds: [],
      fragile: [],
      notChecked: { all: ['Normal'], oneAway: ['Normal'] },
    });
  });
});

describe('with one person away', () => {
  const PEOPLE = numbered(7, 'person');
  const holders = fc.record({
    owner: fc.subarray([...PEOPLE]),
    security: fc.subarray([...PEOPLE]),
    board: fc.subarray([...PEOPLE]),
  });

  it('those get stuck who do when that person holds no role, and did not before', () => {
    fc.assert(
      fc.property(world, holders, ({ policy }, held) => {
        const { fragile } = findDeadEnds(policy, held);
        const before = stuckIn({ policy, holders: held });
        for (const absent of PEOPLE) {
          const others = Object.fromEntries(
            Object.entries(held).map(([role, people]) => [role, people.filter((person) => person !== absent)]),
          );
          const missed = fragile.find(({ without }) => without === absent)?.deadEnds ?? [];
          const fresh = stuckIn({ policy, holders: others }).filter((person) => !before.includes(person));
          expect(requestersOf(missed, others).filter((person) => !before.includes(person))).toEqual(fresh);
        }
      }),
      fixedSeed(80),
    );
  });
});

describe('a hundred roles and a thousand people', () => {
  const roles = numbered(100, 'role');
  const people = numbered(1000, 'person');
  const holdersOf = (index: number) => people.filter((_, person) => (person * 7 + index * 13) % 40 === 0);
  const holders = Object.fromEntries(roles.map((role, index) => [role, holdersOf(index)]));
  const rules = roles.slice(0, 80).map((role, index) =>
    approvalRule({
      id: `approval-${String(index)}`,
      requirement: { allOf: [{ role }, { atLeast: 2, role: roles[index + 20] ?? role }] },
      when: { field: 'tags', in: [`tag-${String(index % 6)}`] },
    }),
  );

  it('are looked at, with everybody away in turn, in some seconds', () => {
    const policy = policyWith([...rules, separationRule()], { changeTypes: [NORMAL] });
    const seconds = secondsFor(() => {
      expect(findDeadEnds(policy, holders)).toMatchObject({ deadEnds: [], fragile: [] });
    });
    expect(seconds).toBeLessThan(10);
  });
});
