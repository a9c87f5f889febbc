import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeadEnd } from '../../../../src/domain/policy/satisfiability/report';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { fixedSeed } from '../../../builders/fixed-seed';
import { getsThrough } from './trial';
import { livelyWorld, world, type World } from './worlds';

describe('who gets stuck', () => {
  it('is whoever cannot get through when everything is tried, under the rules as they decide', () => {
    fc.assert(
      fc.property(world, (one) => {
        const { deadEnds } = findDeadEnds(one.policy, one.holders, { oneAway: false });
        expect(stuckBy(deadEnds, one)).toEqual(proposersOf(one).filter((person) => !passes(one, person)));
      }),
      fixedSeed(150),
    );
  });
});

describe('who gets stuck while one person is away', () => {
  it('is whoever got through before and cannot, when everything is tried, without that person in any role', () => {
    fc.assert(
      fc.property(livelyWorld, (one) => {
        const { fragile } = findDeadEnds(one.policy, one.holders);
        const proposers = proposersOf(one);
        const passing = proposers.filter((person) => passes(one, person));
        for (const absent of peopleIn(one)) {
          const others = without(absent, one);
          const spot = fragile.find((candidate) => candidate.without === absent);
          const there = proposersOf(others).filter((person) => person !== absent);
          const fresh = there.filter((person) => passing.includes(person) && !passes(others, person));
          // Where nobody else may propose a change, that is what is stopped.
          const isMissed = fresh.length > 0 || (there.length === 0 && proposers.length > 0);
          expect([absent, spot !== undefined, stuckBy(spot?.deadEnds ?? [], others)]).toEqual([
            absent,
            isMissed,
            fresh,
          ]);
        }
      }),
      fixedSeed(300),
    );
  });
});

const STRANGER = 'somebody in no role';

function peopleIn({ holders }: World): readonly string[] {
  return [...new Set(Object.values(holders).flat())].sort();
}

/** Everybody who may propose. */
function proposersOf(one: World): readonly string[] {
  const { policy, holders } = one;
  return [...peopleIn(one), STRANGER].filter((person) =>
    policy.rules.every(
      (rule) =>
        rule.kind !== 'who-may' ||
        rule.duty !== 'requester' ||
        rule.roles.some((role) => holders[role]?.includes(person)),
    ),
  );
}

function without(absent: string, { policy, holders }: World): World {
  const others = Object.entries(holders).map(
    ([role, people]) => [role, people.filter((one) => one !== absent)] as const,
  );
  return { policy, holders: Object.fromEntries(others) };
}

function passes({ policy, holders }: World, requester: string): boolean {
  return getsThrough(policy, holders, requester);
}

/** Who gets stuck by the report, of those who may propose. */
function stuckBy(deadEnds: readonly DeadEnd[], one: World): readonly string[] {
  const stuck = deadEnds.flatMap(({ cells }) => cells.map(({ requesters }) => requesters));
  return proposersOf(one).filter((person) =>
    stuck.some((who) => who === 'any' || who.includes(person === STRANGER ? null : person)),
  );
}
