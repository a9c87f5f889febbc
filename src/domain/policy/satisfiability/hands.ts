import { spend, within, type Budget } from './budget';
import { areApproved, isThere, pivotal, type Arrangement, type Person } from './approvals';
import type { Cast, Task } from './cast';
import type { Hand } from './demands';

/** Steps after which it is given up to find people for all duties at once. */
const MOST_STEPS = 1_000_000;

/** Whoever proposes has no vote, and somebody may be away. */
const LOST = 2;

/** People for every duty, whoever proposes. */
export interface Crew {
  readonly arrangement: Arrangement;
  /**
   * Classes that somebody may not be taken from: as long as one person proposes and one is away, both of other classes,
   * all duties and approvals stay as they are.
   */
  readonly key: ReadonlySet<number>;
}

/** People for every duty; undefined: there are none. `unknown` where the budget does not last to find them. */
export type Arranged = Arrangement | 'unknown' | undefined;

/**
 * People for every duty that the rules ask for, when a person of this class proposes the change and everybody who may
 * vote approves. A duty about which no rule says who has it goes to somebody without a role.
 */
export function arrange(cast: Cast, requester: number, budget: Budget): Arranged {
  if (isTorn(cast)) return undefined;
  const own = ownTask(cast);
  // One person, whatever duties go with proposing.
  const proposing: Person = { group: requester };
  const begun: Arrangement = new Map((own?.hands ?? ['requester']).map((hand) => [hand, proposing]));
  if (own !== undefined && !own.groups.has(requester)) return undefined;
  const approved = areApproved(cast.demands.ballots, cast, begun, budget);
  if (approved === 'no' || !areThere(cast, begun)) return undefined;
  const others = cast.tasks.filter((task) => task !== own);
  const found = within(budget, MOST_STEPS, (most) => arranged(others, cast, begun, most));
  return found !== undefined && approved === 'unknown' ? 'unknown' : found;
}

/** Whether no one can pass, whoever proposes and whoever has a duty: an approval cannot be given even by everybody. */
export function isHopeless(cast: Cast, budget: Budget): boolean {
  return areApproved(cast.demands.ballots, cast, new Map(), budget) === 'no';
}

/**
 * Whether people who have these duties can keep them when another, who has none yet, proposes.
 * @param absent The class of somebody who was there when the people were found, and no longer is.
 */
export function suits(
  { arrangement, key }: Crew,
  cast: Cast,
  { requester, absent }: { readonly requester: number; readonly absent?: number },
  budget: Budget,
): boolean {
  const own = ownTask(cast);
  if (own !== undefined && !own.groups.has(requester)) return false;
  const others = othersIn(arrangement, own);
  const count = (group: number) => cast.population.classes[group]?.count ?? 0;
  if (countIn(others, requester) >= count(requester)) return false;
  if (absent !== undefined && countIn(others, absent) > count(absent)) return false;
  const proposing: Person = { group: requester };
  const next: Arrangement = new Map([
    ...others,
    ...(own?.hands ?? (['requester'] as const)).map((hand) => [hand, proposing] as const),
  ]);
  if (!areThere(cast, next)) return false;
  const lost = [requester, ...(absent === undefined ? [] : [absent])];
  if (!lost.some((group) => key.has(group))) return true;
  const touched = new Set(lost.flatMap((group) => cast.ballotsOf.get(group) ?? []));
  return areApproved(touched, cast, next, budget) === 'yes';
}

/** People who were found, and for whom among them nobody can stand in. */
export function crewOf(arrangement: Arrangement, cast: Cast, budget: Budget): Crew {
  const others = othersIn(arrangement, ownTask(cast));
  const busy = [...others.values()].map(({ group }) => group);
  const scarce = busy.filter((group) => (cast.population.classes[group]?.count ?? 0) < countIn(others, group) + LOST);
  return { arrangement, key: new Set([...scarce, ...pivotal(cast, others, LOST, budget)]) };
}

/** Tries everybody for each task; people of a class who have no duty yet are alike. */
function arranged(tasks: readonly Task[], cast: Cast, arrangement: Arrangement, budget: Budget): Arranged {
  const [task, ...rest] = tasks;
  if (task === undefined) return arrangement;
  const touched = cast.demands.ballots.filter(({ barred }) => barred.some((hand) => task.hands.includes(hand)));
  let isUnsure = false;
  for (const person of candidatesFor(task, cast, arrangement)) {
    if (!spend(budget, 1)) return 'unknown';
    const next: Arrangement = new Map([...arrangement, ...task.hands.map((hand) => [hand, person] as const)]);
    if (!areApart(cast, next) || !areThere(cast, next)) continue;
    const approved = areApproved(touched, cast, next, budget);
    if (approved === 'no') continue;
    const found = arranged(rest, cast, next, budget);
    if (found === 'unknown' || (found !== undefined && approved === 'unknown')) isUnsure = true;
    else if (found !== undefined) return found;
  }
  return isUnsure ? 'unknown' : undefined;
}

/** Somebody new of every class, those without a role first, and everybody who has a duty already. */
function candidatesFor({ groups }: Task, { population }: Cast, arrangement: Arrangement): readonly Person[] {
  const busy = [...new Set(arrangement.values())];
  const fresh = [...groups].filter(
    (group) => busy.filter((person) => person.group === group).length < (population.classes[group]?.count ?? 0),
  );
  return [...fresh.map((group): Person => ({ group })), ...busy.filter(({ group }) => groups.has(group))];
}

/** Whether duties that are to be kept apart are to be in the same hands as well. */
function isTorn({ tasks, demands: { apart } }: Cast): boolean {
  return apart.some(([one, other]) => tasks.some(({ hands }) => hands.includes(one) && hands.includes(other)));
}

function areApart({ demands: { apart } }: Cast, arrangement: Arrangement): boolean {
  return apart.every(([one, other]) => {
    const person = arrangement.get(one);
    return person === undefined || person !== arrangement.get(other);
  });
}

function areThere(cast: Cast, arrangement: Arrangement): boolean {
  return cast.demands.people.every((somebody) => isThere(somebody, cast, arrangement));
}

function ownTask({ tasks }: Cast): Task | undefined {
  return tasks.find(({ hands }) => hands.includes('requester'));
}

function othersIn(found: Arrangement, own: Task | undefined): Arrangement {
  const ownHands: readonly Hand[] = own?.hands ?? ['requester'];
  return new Map([...found].filter(([hand]) => !ownHands.includes(hand)));
}

/** How many people of the class have a duty. */
function countIn(arrangement: Arrangement, group: number): number {
  return [...new Set(arrangement.values())].filter((person) => person.group === group).length;
}
