import { spend, type Budget } from './budget';

/** A way on which so much may go at most; its place in the list, turned over in the last bit, is the way back. */
interface Arc {
  readonly to: number;
  room: number;
}

/** Places that ask for people, and people who can take them: numbers of nodes, joined by arcs with so much room. */
export interface Network {
  readonly arcs: readonly Arc[];
  /** Of each node, the places of the arcs that leave it. */
  readonly leaving: readonly (readonly number[])[];
}

/** A network is drawn arc by arc. */
export interface Drawing {
  readonly network: Network;
  readonly join: (from: number, to: number, room: number) => number;
  /** How much goes on the arc with this number. */
  readonly used: (arc: number) => number;
}

export function drawNetwork(): Drawing {
  const arcs: Arc[] = [];
  const leaving: number[][] = [];
  const add = (from: number, to: number, room: number) => {
    for (const node of [from, to]) while (leaving.length <= node) leaving.push([]);
    leaving[from]?.push(arcs.length);
    return arcs.push({ to, room }) - 1;
  };
  return {
    network: { arcs, leaving },
    join: (from, to, room) => {
      const arc = add(from, to, room);
      add(to, from, 0);
      return arc;
    },
    used: (arc) => arcs[arc ^ 1]?.room ?? 0,
  };
}

/**
 * The most that can go from one node to another (Ford and Fulkerson's method, on a shortest way each time); what has gone
 * is taken from the arcs. Undefined where the budget does not last.
 */
export function largestFlow(network: Network, from: number, to: number, budget: Budget): number | undefined {
  let flow = 0;
  for (;;) {
    const { by, steps } = shortestWay(network, from, to);
    if (!spend(budget, steps)) return undefined;
    const way = wayBack(network, by, to);
    if (way.length === 0) return flow;
    const room = Math.min(...way.map((arc) => network.arcs[arc]?.room ?? 0));
    for (const arc of way) {
      const there = network.arcs[arc];
      const back = network.arcs[arc ^ 1];
      if (there !== undefined) there.room -= room;
      if (back !== undefined) back.room += room;
    }
    flow += room;
  }
}

/** For each node that can be reached, the arc by which it was. */
function shortestWay(
  { arcs, leaving }: Network,
  from: number,
  to: number,
): { readonly by: ReadonlyMap<number, number>; readonly steps: number } {
  const by = new Map<number, number>();
  const reached = [from];
  let steps = 0;
  for (const node of reached) {
    for (const arc of leaving[node] ?? []) {
      steps += 1;
      const next = arcs[arc];
      if (next === undefined || next.room <= 0 || next.to === from || by.has(next.to)) continue;
      by.set(next.to, arc);
      reached.push(next.to);
    }
    if (by.has(to)) break;
  }
  return { by, steps };
}

function wayBack({ arcs }: Network, by: ReadonlyMap<number, number>, to: number): readonly number[] {
  const way: number[] = [];
  for (let arc = by.get(to); arc !== undefined; arc = by.get(arcs[arc ^ 1]?.to ?? -1)) way.push(arc);
  return way;
}
