import type { Gate } from '../../change/lifecycle';
import type { Rule } from '../policy-rule';
import { castOf } from './cast';
import { asksFor, rolesOf, whyNot, type Cause } from './cause';
import { coreOf, isCoreFor, passes } from './core';
import { demandsOf, dependsOnRequester, type Way } from './demands';
import type { Inquiry } from './inquiry';
import { isEmpty, staffed, type Population } from './people';
import { fatesOf } from './proposing';

/** A change that gets stuck, by the class of whoever proposes it; null where nobody may. */
export interface Stuck {
  readonly cause: Cause;
  readonly proposer: number | null;
}

/** Rules that stop somebody at a gate, with the roles that have to be given to somebody before they no longer do. */
interface Found {
  readonly gate: Gate;
  readonly rules: readonly Rule[];
  /** They stop everybody alike. */
  readonly everybody: boolean;
  readonly causes: readonly Cause[];
  /** Nobody holds the roles: there may be more that stops the change when somebody does. */
  readonly isLackOfHolders: boolean;
}

/**
 * Why changes do not get through: roles that nobody holds, each of which has to be given to somebody; and what would stop
 * them even then.
 * @param stuck The classes of those whose changes do not.
 */
export function causesOf(
  way: Way,
  population: Population,
  stuck: readonly number[],
  inquiry: Inquiry,
): readonly Stuck[] {
  const found = firstCauses(way, population, stuck, inquiry);
  const first = found.flatMap(([proposer, { causes }]) => causes.map((cause): Stuck => ({ cause, proposer })));
  const lacking = found.filter(([, { isLackOfHolders }]) => isLackOfHolders).map(([proposer]) => proposer);
  if (lacking.length === 0) return first;
  const open = rolesOf(way.rules).filter((role) => isEmpty(population, role));
  const full = staffed(population, open);
  const stillStuck = fatesOf(castOf(demandsOf(way.rules, way), full), lacking, inquiry.causes).stuck;
  return [...first, ...causesOf(way, full, stillStuck, inquiry)];
}

function firstCauses(
  way: Way,
  population: Population,
  stuck: readonly number[],
  inquiry: Inquiry,
): readonly (readonly [number, Found])[] {
  const gates = gatesOf(way, population, stuck, inquiry);
  const known: Found[] = [];
  return stuck.map((proposer) => {
    const gate = gates.get(proposer) ?? way.gates.at(-1) ?? 'close';
    const begun = { ...way, gates: way.gates.slice(0, way.gates.indexOf(gate) + 1) };
    const same = known.find((found) => found.everybody && found.gate === gate);
    if (same !== undefined) return [proposer, same];
    const core = knownCore(begun, population, proposer, inquiry) ?? newCore(begun, population, proposer, inquiry);
    const found = causeAt(gate, core, begun, population, proposer, inquiry);
    known.push(found);
    return [proposer, found];
  });
}

/** The first gate that each of them cannot pass; the last, where none is said. */
function gatesOf(
  way: Way,
  population: Population,
  stuck: readonly number[],
  inquiry: Inquiry,
): ReadonlyMap<number, Gate> {
  const gates = new Map<number, Gate>();
  let left = stuck;
  for (const [place, gate] of way.gates.slice(0, -1).entries()) {
    const begun = { ...way, gates: way.gates.slice(0, place + 1) };
    const here = fatesOf(castOf(demandsOf(way.rules, begun), population), left, inquiry.causes).stuck;
    for (const proposer of here) gates.set(proposer, gate);
    left = left.filter((proposer) => !gates.has(proposer));
  }
  return gates;
}

function knownCore(
  way: Way,
  population: Population,
  requester: number,
  { cores, causes }: Inquiry,
): readonly Rule[] | undefined {
  const applying = new Set(way.rules);
  return cores.find(
    (core) => core.every((rule) => applying.has(rule)) && isCoreFor(core, way, population, requester, causes),
  );
}

function newCore(way: Way, population: Population, requester: number, { cores, causes }: Inquiry): readonly Rule[] {
  const core = coreOf(way, population, requester, causes);
  cores.unshift(core);
  return core;
}

function causeAt(
  gate: Gate,
  rules: readonly Rule[],
  way: Way,
  population: Population,
  requester: number,
  inquiry: Inquiry,
): Found {
  const roles = rolesOf(rules);
  const everybody = !dependsOnRequester(demandsOf(rules, way));
  const passesWith = (given: readonly string[]) =>
    passes(rules, way, staffed(population, given), requester, inquiry.causes) === 'yes';
  const open = roles.filter((role) => isEmpty(population, role));
  if (!passesWith(open)) {
    const causes = [{ why: whyNot(rules, way), roles, rules, gate }];
    return { gate, rules, everybody, causes, isLackOfHolders: false };
  }
  const needed = open.filter((role) => !passesWith(open.filter((other) => other !== role)));
  const lacking = needed.map((role) => [role]);
  if (!passesWith(needed)) lacking.push(open.filter((role) => !needed.includes(role)));
  const causes = lacking.map((list): Cause => ({
    why: 'role-empty',
    roles: list,
    rules: rules.filter(asksFor(list)),
    gate,
  }));
  return { gate, rules, everybody, causes, isLackOfHolders: true };
}
