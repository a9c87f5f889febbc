import { HANDS, type Ballot, type Demands, type Hand, type Roles, type Somebody } from './demands';
import { withOneLess, type Population } from './people';

/** Duties that must be in the same hands, and the roles that those must hold. */
export interface Task {
  readonly hands: readonly Hand[];
  readonly lists: readonly Roles[];
  /** The classes whose people hold them. */
  readonly groups: ReadonlySet<number>;
}

/** What is asked of people, and the people who could be asked: looked up once for all who may propose. */
export interface Cast {
  readonly demands: Demands;
  readonly population: Population;
  /** Duties about which something is said, those of the fewest people first. */
  readonly tasks: readonly Task[];
  /** Of each ballot, the classes whose people may vote, if nothing bars them. */
  readonly voters: ReadonlyMap<Ballot, readonly number[]>;
  /** Of each class, the ballots in which its people may vote. */
  readonly ballotsOf: ReadonlyMap<number, readonly Ballot[]>;
  /** Of somebody who is asked for, the classes whose people hold the roles. */
  readonly somebodies: ReadonlyMap<Somebody, ReadonlySet<number>>;
}

export function castOf(demands: Demands, population: Population): Cast {
  const { groupsThatFit } = population;
  const cast = [...demands.ballots, ...demands.people.flatMap(({ approved }) => approved ?? [])];
  const voters = new Map(cast.map((ballot) => [ballot, groupsThatFit(ballot.voters)]));
  const ballotsOf = new Map<number, Ballot[]>();
  for (const ballot of demands.ballots) {
    for (const group of voters.get(ballot) ?? []) {
      const ballots = ballotsOf.get(group);
      if (ballots === undefined) ballotsOf.set(group, [ballot]);
      else ballots.push(ballot);
    }
  }
  const tasks = tasksOf(demands).map((task): Task => ({ ...task, groups: new Set(groupsThatFit(task.lists)) }));
  return {
    demands,
    population,
    tasks: tasks.sort((a, b) => a.groups.size - b.groups.size),
    voters,
    ballotsOf,
    somebodies: new Map(demands.people.map((somebody) => [somebody, new Set(groupsThatFit(somebody.lists))])),
  };
}

/** The same without one person of a class. */
export function castWithout(cast: Cast, absent: number): Cast {
  return { ...cast, population: withOneLess(cast.population, absent) };
}

/** Duties tied to one another, as far as anything says who may have them. */
function tasksOf({ same, holders, people }: Demands): readonly Omit<Task, 'groups'>[] {
  const ties = [
    ...same,
    ...people.flatMap(({ hands }) => hands.slice(1).map((hand) => [hands[0] ?? hand, hand] as const)),
  ];
  let groups: readonly (readonly Hand[])[] = HANDS.map((hand) => [hand]);
  for (const [one, other] of ties) {
    const joined = groups.filter((group) => group.includes(one) || group.includes(other));
    groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups
    .map((hands) => {
      const asked = people.filter((somebody) => somebody.hands.some((hand) => hands.includes(hand)));
      const lists = hands.flatMap((hand) => holders.get(hand) ?? []);
      return { hands, lists: [...lists, ...asked.flatMap((somebody) => somebody.lists)], isAsked: asked.length > 0 };
    })
    .filter(({ hands, lists, isAsked }) => isAsked || lists.length > 0 || hands.length > 1);
}
