import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../../../../src/domain/approval/requirement';
import { populationOf } from '../../../../src/domain/policy/satisfiability/people';
import { seatingOf } from '../../../../src/domain/policy/satisfiability/seating';
import { canBeMet, pivotsOf, type Electorate } from '../../../../src/domain/policy/satisfiability/votes';
import { fixedSeed } from '../../../builders/fixed-seed';

const ROLES = ['a', 'b', 'c'];

const role = fc.constantFrom(...ROLES);

const { requirement } = fc.letrec<{ requirement: Requirement }>((tie) => {
  const parts = fc.array(tie('requirement'), { minLength: 1, maxLength: 3 });
  return {
    requirement: fc.oneof(
      { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.record({ role }), fc.record({ atLeast: fc.integer({ min: 1, max: 2 }), role })),
      fc.record({ allOf: parts }),
      fc.record({ anyOf: parts }),
      fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), of: parts }),
    ),
  };
});

const people = fc.array(fc.subarray(ROLES, { minLength: 1 }), { maxLength: 6 });

function two(of: string): Requirement {
  return { atLeast: 2, role: of };
}

/** Each a person with the roles of these letters. */
function holding(...letters: readonly string[]): readonly (readonly string[])[] {
  return letters.map((own) => own.split(''));
}

function seatingFor(asked: Requirement, held: readonly (readonly string[])[], left = 1_000_000) {
  return seatingOf(
    asked,
    held.map((own) => ({ roles: new Set(own), count: 1 })),
    new Map(),
    { left },
  );
}

/** Everybody with a role may vote. */
function electorateOf(held: readonly (readonly string[])[]): Electorate {
  const named = held.map((own, index) => ({ name: `person-${String(index)}`, own }));
  const holders = ROLES.map(
    (one) => [one, named.filter(({ own }) => own.includes(one)).map(({ name }) => name)] as const,
  );
  const population = populationOf(Object.fromEntries(holders), ROLES);
  const free = [...population.classes.entries()].slice(1).map(([group, { count }]) => [group, count] as const);
  return { population, free: new Map(free) };
}

/** The same without the votes of a person of each of these classes. */
function without({ population, free }: Electorate, lost: readonly number[]): Electorate {
  const fewer = new Map(free);
  for (const group of lost) fewer.set(group, (fewer.get(group) ?? 0) - 1);
  return { population, free: fewer };
}

const MUCH = 1_000_000;

describe('places for different people', () => {
  it('are filled exactly when trying every person in every place fills them', () => {
    fc.assert(
      fc.property(requirement, people, (asked, held) => {
        expect(seatingFor(asked, held) !== undefined).toBe(isFilled([asked], held));
        expect(canBeMet(asked, electorateOf(held), true, { left: MUCH })).toBe(isFilled([asked], held) ? 'yes' : 'no');
      }),
      fixedSeed(1000),
    );
  });

  it.each([
    ['two of one role or two of another', { anyOf: [two('a'), two('b')] }, ['a', 'a'], ['a', 'b']],
    [
      'two of such parts',
      { atLeast: 2, of: [two('a'), two('b'), two('c')] },
      ['a', 'a', 'c', 'c'],
      ['a', 'b', 'c', 'c'],
    ],
    [
      'a part of one place and one of two, or another',
      { atLeast: 2, of: [{ role: 'a' }, two('b'), two('c')] },
      ['b', 'b', 'c', 'c'],
      ['b', 'b', 'c'],
    ],
    [
      'such a choice, twice',
      { allOf: [{ anyOf: [two('a'), two('b')] }, { anyOf: [two('a'), two('b')] }] },
      ['a', 'a', 'b', 'b'],
      ['a', 'a', 'a', 'b'],
    ],
    [
      'a choice within a choice',
      { anyOf: [{ allOf: [{ role: 'c' }, { anyOf: [two('a'), two('b')] }] }, { atLeast: 4, role: 'c' }] },
      ['b', 'b', 'c'],
      ['a', 'b', 'c', 'c'],
    ],
    [
      'as many as a part of parts with one place',
      { atLeast: 2, of: [{ role: 'a' }, { role: 'b' }, { role: 'c' }] },
      ['b', 'c'],
      ['b', 'b'],
    ],
    ['a place for holders of either role', { anyOf: [{ role: 'a' }, { role: 'b' }] }, ['b'], ['c']],
  ] as const)('%s', (_asked, asked, enough, tooFew) => {
    expect([seatingFor(asked, holding(...enough)), seatingFor(asked, holding(...tooFew))]).toEqual([
      enough.map(() => 1),
      undefined,
    ]);
  });

  it('are taken by as many people as there are places, of those who hold the roles', () => {
    const supplies = [
      { roles: new Set(['a']), count: 5 },
      { roles: new Set(['a', 'b']), count: 5 },
      { roles: new Set(['c']), count: 5 },
    ];
    const asked = { allOf: [two('b'), { atLeast: 6, role: 'a' }] };
    const taken = seatingOf(asked, supplies, new Map(), { left: MUCH });
    expect(taken).toEqual([5, 3, 0]);
    expect(seatingOf({ percent: 50, role: 'c' }, supplies, new Map([['c', 9]]), { left: MUCH })).toEqual([0, 0, 5]);
  });

  it('are never said to be filled, or not to be, when there was no time to see', () => {
    expect(seatingFor({ role: 'a' }, [['a']], 0)).toBe('unknown');
    fc.assert(
      fc.property(requirement, people, fc.integer({ min: 0, max: 60 }), (asked, held, left) => {
        const seating = seatingFor(asked, held, left);
        expect(['unknown', isFilled([asked], held)]).toContain(seating === 'unknown' ? seating : seating !== undefined);
      }),
      fixedSeed(300),
    );
  });

  it('of a choice are not known to be filled, or not to be, up to some step, and then they are', () => {
    const asked = { allOf: [{ anyOf: [two('a'), two('b')] }, { anyOf: [two('a'), two('c')] }] };
    for (const held of [holding('a', 'a', 'c', 'c'), holding('ab', 'a', 'b', 'c')]) {
      const known = seatingFor(asked, held);
      const answers = Array.from({ length: 500 }, (_, left) => seatingFor(asked, held, left));
      const first = answers.findIndex((answer) => answer !== 'unknown');
      expect(first).toBeGreaterThan(100);
      expect(answers.slice(first)).toEqual(answers.slice(first).map(() => known));
      const votes = answers.map((_, left) => canBeMet(asked, electorateOf(held), true, { left }));
      const told = known === undefined ? 'no' : 'yes';
      expect(new Set(votes)).toEqual(new Set(['unknown', told]));
      expect(votes.lastIndexOf('unknown')).toBeLessThan(votes.indexOf(told));
    }
  });
});

describe('those without whom an approval may be missing', () => {
  it('are all of whom one matters: it is given while so many others lose their votes', () => {
    fc.assert(
      fc.property(requirement, people, fc.boolean(), (asked, held, distinct) => {
        const electorate = electorateOf(held);
        const isMet = (voting: Electorate) => canBeMet(asked, voting, distinct, { left: MUCH }) === 'yes';
        fc.pre(isMet(electorate));
        const pivots = pivotsOf(asked, electorate, distinct, 2, { left: MUCH });
        const safe = [...electorate.free.keys()].filter((group) => !pivots.has(group));
        for (const [index, one] of safe.entries()) {
          for (const other of safe.slice(index)) {
            const isPossible = one !== other || (electorate.free.get(one) ?? 0) > 1;
            if (isPossible) expect([one, other, isMet(without(electorate, [one, other]))]).toEqual([one, other, true]);
          }
        }
      }),
      fixedSeed(500),
    );
  });

  const letters = (held: readonly string[], groups: ReadonlySet<number>) => {
    const { classes } = electorateOf(holding(...held)).population;
    return [...groups].map((group) => [...(classes[group]?.roles ?? [])].join('')).sort();
  };

  it.each<[string, Requirement, readonly string[], readonly string[], readonly string[]]>([
    ['a role with as many to spare', { role: 'a' }, ['a', 'a', 'a', 'b'], [], []],
    ['a role with fewer to spare', { role: 'a' }, ['a', 'ab', 'b'], ['a', 'ab'], ['a', 'ab']],
    ['so many of a role', two('a'), ['a', 'a', 'a', 'a', 'b'], [], []],
    ['too many of a role to spare two', two('a'), ['a', 'a', 'a', 'b'], ['a'], ['a']],
    ['all of some roles', { allOf: [{ role: 'a' }, { role: 'b' }] }, ['a', 'b', 'b', 'b', 'b', 'b'], ['a'], ['a']],
    [
      'any of some roles, the safest of them',
      { anyOf: [{ role: 'a' }, { role: 'b' }] },
      ['a', 'b', 'b', 'b'],
      [],
      ['a'],
    ],
    ['any of some roles, only one of them met', { anyOf: [two('a'), { role: 'b' }] }, ['a', 'b'], ['b'], ['b']],
    [
      'so many of some roles, the safest of them',
      { atLeast: 2, of: [{ role: 'a' }, { role: 'b' }, { role: 'c' }] },
      ['a', 'b', 'c', 'c', 'c'],
      ['a'],
      ['a', 'b'],
    ],
  ])('%s', (_asked, asked, held, alone, different) => {
    const pivots = [false, true].map((distinct) =>
      letters(held, pivotsOf(asked, electorateOf(holding(...held)), distinct, 2, { left: MUCH })),
    );
    expect(pivots).toEqual([alone, different]);
  });

  it('are everybody, where there is no time to see', () => {
    const held = ['a', 'b', 'c'];
    const asked: Requirement = { allOf: [{ role: 'a' }, { role: 'b' }] };
    const pivots = (left: number) => letters(held, pivotsOf(asked, electorateOf(holding(...held)), true, 2, { left }));
    expect([pivots(0), pivots(MUCH)]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
    ]);
  });
});

/** Whether everything that is asked finds people, nobody twice: by trying. */
function isFilled(asked: readonly Requirement[], people: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = asked;
  if (first === undefined) return true;
  if ('role' in first) {
    const places = 'atLeast' in first ? first.atLeast : 1;
    const others = places > 1 ? [{ atLeast: places - 1, role: first.role }, ...rest] : rest;
    return people.some((held, index) => held.includes(first.role) && isFilled(others, people.toSpliced(index, 1)));
  }
  if ('allOf' in first) return isFilled([...first.allOf, ...rest], people);
  const parts = 'anyOf' in first ? first.anyOf : first.of;
  const wanted = 'anyOf' in first ? 1 : first.atLeast;
  return subsets(parts).some((some) => some.length === wanted && isFilled([...some, ...rest], people));
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}
