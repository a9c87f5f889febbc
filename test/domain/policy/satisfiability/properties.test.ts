import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { fixedSeed } from '../../../builders/fixed-seed';
import { getsThrough } from './trial';
import { world, type World } from './worlds';

describe('who gets stuck', () => {
  it('is whoever cannot get through when everything is tried, under the rules as they decide', () => {
    fc.assert(
      fc.property(world, (one) => {
        expect(stuckByReport(one)).toEqual(stuckByTrial(one));
      }),
      fixedSeed(150),
    );
  });
});

const STRANGER = 'somebody in no role';

function proposersOf({ policy, holders }: World): readonly string[] {
  const people = [...new Set(Object.values(holders).flat())].sort();
  return [...people, STRANGER].filter((person) =>
    policy.rules.every(
      (rule) =>
        rule.kind !== 'who-may' ||
        rule.duty !== 'requester' ||
        rule.roles.some((role) => holders[role]?.includes(person)),
    ),
  );
}

function stuckByTrial(one: World): readonly string[] {
  return proposersOf(one).filter((person) => !getsThrough(one.policy, one.holders, person));
}

function stuckByReport(one: World): readonly string[] {
  const { deadEnds } = findDeadEnds(one.policy, one.holders, { oneAway: false });
  const stuck = deadEnds.flatMap(({ cells }) => cells.map(({ requesters }) => requesters));
  return proposersOf(one).filter((person) =>
    stuck.some((who) => who === 'any' || who.includes(person === STRANGER ? null : person)),
  );
}
