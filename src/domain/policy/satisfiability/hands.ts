import { HANDS, type Ballot, type Demands, type Hand, type Roles, type Somebody } from './demands';
import { fits, NO_ROLE, type Population } from './people';
import { canBeMet } from './votes';

/** One person, known by the class; two of a class are two objects. */
interface Person {
  readonly group: number;
}

/** Duties that must be in the same hands, and the roles that those must hold. */
interface Task {
  readonly hands: readonly Hand[];
  readonly lists: readonly Roles[];
}

type Arrangement = ReadonlyMap<Hand, Person>;

/**
 * Whether people can be found for every duty that the rules ask for, when a person of this class proposes the change and
 * everybody who may vote approves. A duty about which no rule says who has it goes to somebody without a role.
 */
export function canBeArranged(demands: Demands, population: Population, requester: number): boolean {
  const tasks = tasksOf(demands);
  if (demands.apart.some(([one, other]) => tasks.some(({ hands }) => hands.includes(one) && hands.includes(other)))) {
    return false;
  }
  const proposing: Person = { group: requester };
  const own = tasks.find(({ hands }) => hands.includes('requester'));
  const begun: Arrangement = new Map((own?.hands ?? ['requester']).map((hand) => [hand, proposing]));
  if (own !== undefined && !isFit(proposing, own, population)) return false;
  const nobodyElse = hasPeople(demands, population, begun, 'without duties');
  return (
    nobodyElse &&
    isArranged(
      tasks.filter((task) => task !== own),
      demands,
      population,
      begun,
    )
  );
}

/** Tries everybody for each task; people of a class who have no duty yet are alike. */
function isArranged(
  tasks: readonly Task[],
  demands: Demands,
  population: Population,
  arrangement: Arrangement,
): boolean {
  const [task, ...rest] = tasks;
  if (task === undefined) return hasPeople(demands, population, arrangement, 'all');
  return candidatesOf(population, arrangement).some((person) => {
    if (!isFit(person, task, population)) return false;
    const next: Arrangement = new Map([...arrangement, ...task.hands.map((hand) => [hand, person] as const)]);
    return areApart(demands, next) && isArranged(rest, demands, population, next);
  });
}

/** Somebody new of every class, those without a role first, and everybody who has a duty already. */
function candidatesOf({ classes }: Population, arrangement: Arrangement): readonly Person[] {
  const busy = [...new Set(arrangement.values())];
  const fresh = classes.flatMap(({ count }, group) =>
    busy.filter((person) => person.group === group).length < count ? [{ group }] : [],
  );
  return [...fresh, ...busy];
}

function isFit({ group }: Person, { lists }: Task, { classes }: Population): boolean {
  const people = classes[group];
  return people !== undefined && fits(people, lists);
}

function areApart({ apart }: Demands, arrangement: Arrangement): boolean {
  return apart.every(([one, other]) => {
    const person = arrangement.get(one);
    return person === undefined || person !== arrangement.get(other);
  });
}

/** Duties tied to one another, as far as anything says who may have them. */
function tasksOf({ same, holders, people }: Demands): readonly Task[] {
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
      const lists = hands.flatMap((hand) => (hand === 'requester' ? [] : (holders.get(hand) ?? [])));
      return { hands, lists: [...lists, ...asked.flatMap((somebody) => somebody.lists)], isAsked: asked.length > 0 };
    })
    .filter(({ hands, lists, isAsked }) => isAsked || lists.length > 0 || hands.length > 1);
}

/**
 * Whether every approval can be given, and everybody who is asked for is there.
 * @param which `without duties` leaves out people whose duty nobody has yet: if that fails, more duties do not help.
 */
function hasPeople(
  { ballots, people }: Demands,
  population: Population,
  arrangement: Arrangement,
  which: 'all' | 'without duties',
): boolean {
  const areApproved = ballots.every((ballot) =>
    canBeMet(
      ballot.rule.requirement,
      { population, free: freeFor(ballot, population, arrangement) },
      ballot.rule.distinctPeople === true,
    ),
  );
  return (
    areApproved &&
    people.every((somebody) => {
      const [hand] = somebody.hands;
      const isOpen = hand !== undefined && !arrangement.has(hand);
      return (isOpen && which === 'without duties') || isThere(somebody, population, arrangement);
    })
  );
}

/** Whether whoever is asked for, if nobody in particular then anybody, holds the roles, and has a vote that counts. */
function isThere({ hands, approved, lists }: Somebody, population: Population, arrangement: Arrangement): boolean {
  const [hand] = hands;
  const person = hand === undefined ? undefined : arrangement.get(hand);
  if (approved === undefined) {
    // The roles of somebody with a duty were looked at when the duty was given.
    return person !== undefined || population.classes.some((people) => people.count > 0 && fits(people, lists));
  }
  return approved.some((ballot) => {
    const free = freeFor(ballot, population, arrangement);
    if (person === undefined) {
      return population.classes.some((people, group) => (free[group] ?? 0) > 0 && fits(people, lists));
    }
    return (free[person.group] ?? 0) > 0 && !ballot.barred.some((duty) => arrangement.get(duty) === person);
  });
}

/** How many people of each class have a vote that counts: those who hold a role that is asked for, less the barred. */
function freeFor({ barred, voters }: Ballot, { classes }: Population, arrangement: Arrangement): readonly number[] {
  const without = [...new Set(barred.map((duty) => arrangement.get(duty)))];
  return classes.map((people, group) => {
    if (group === NO_ROLE || !fits(people, voters)) return 0;
    return people.count - without.filter((person) => person?.group === group).length;
  });
}
