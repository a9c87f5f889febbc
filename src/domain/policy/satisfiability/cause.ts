import { rolesIn } from '../../approval/requirement';
import type { Gate } from '../../change/lifecycle';
import type { Rule, RuleOf } from '../policy-rule';
import { demandsOf, type Demands, type Way } from './demands';
import { canBeArranged } from './hands';
import { fits, isEmpty, staffed, type Population } from './people';
import type { DeadEndCause } from './report';

/** What stops a change on its way: the rules that cannot all be kept, and the first gate at which they cannot. */
export interface Cause {
  readonly why: DeadEndCause;
  readonly roles: readonly string[];
  readonly rules: readonly Rule[];
  readonly gate: Gate;
}

/** The classes of people who may propose a change that goes this way. */
export function proposersOf(way: Way, { classes }: Population): readonly number[] {
  const lists = proposingRules(way).map(({ roles }) => roles);
  return classes.flatMap((people, group) => (people.count > 0 && fits(people, lists) ? [group] : []));
}

/** Whether it makes a difference who proposes, among those who may. */
export function dependsOnRequester({ ballots, same, apart, people }: Demands): boolean {
  const cast = [...ballots, ...people.flatMap(({ approved }) => approved ?? [])];
  const tied = [...same, ...apart, ...people.map(({ hands }) => hands), ...cast.map(({ barred }) => barred)];
  return tied.some((hands) => hands.includes('requester'));
}

/**
 * Why a change does not get through: roles that nobody holds, each of which has to be given to somebody; and what would
 * stop it even then.
 */
export function causesOf(way: Way, population: Population, requester: number): readonly Cause[] {
  const gate = way.gates.find((_, place) => {
    const gates = way.gates.slice(0, place + 1);
    return !passes(way.rules, { ...way, gates }, population, requester);
  });
  if (gate === undefined) return [];
  const gates = way.gates.slice(0, way.gates.indexOf(gate) + 1);
  const rules = coreOf({ ...way, gates }, population, requester);
  const roles = rolesOf(rules);
  const passesWith = (given: readonly string[]) =>
    passes(rules, { ...way, gates }, staffed(population, given), requester);
  const open = roles.filter((role) => isEmpty(population, role));
  if (open.length === 0 || !passesWith(open)) return [{ why: whyNot(rules, { ...way, gates }), roles, rules, gate }];
  const needed = open.filter((role) => !passesWith(open.filter((other) => other !== role)));
  const lacking = needed.map((role) => [role]);
  if (!passesWith(needed)) lacking.push(open.filter((role) => !needed.includes(role)));
  const everywhere = rolesOf(way.rules).filter((role) => isEmpty(population, role));
  return [
    ...lacking.map((list): Cause => ({ why: 'role-empty', roles: list, rules: rules.filter(asksFor(list)), gate })),
    ...causesOf(way, staffed(population, everywhere), requester),
  ];
}

/** Why nobody may propose the change. */
export function causeWithoutProposer(way: Way, population: Population): Cause {
  const proposing = proposingRules(way);
  const gate = way.gates.find((candidate) => proposing.some((rule) => rule.gates.includes(candidate))) ?? 'submit';
  const unheld = proposing.filter((rule) => rolesOf([rule]).every((role) => isEmpty(population, role)));
  if (unheld.length > 0) return { why: 'role-empty', roles: rolesOf(unheld), rules: unheld, gate };
  return { why: 'no-common-holder', roles: rolesOf(proposing), rules: proposing, gate };
}

function proposingRules(way: Way): readonly RuleOf<'who-may'>[] {
  return way.rules
    .filter((rule) => rule.kind === 'who-may')
    .filter((rule) => rule.duty === 'requester' && isOn(way, rule));
}

function isOn({ gates }: Way, rule: Rule): boolean {
  return rule.gates.some((gate) => gates.includes(gate));
}

function passes(kept: readonly Rule[], way: Way, population: Population, requester: number): boolean {
  return canBeArranged(demandsOf(kept, way), population, requester);
}

/** What tells most about why a change is stuck comes last, so that it is left out only if it has nothing to do with it. */
const TELLING: readonly Rule['kind'][] = ['authorship', 'same-person', 'who-may', 'separate-duties', 'approval'];

/** Rules that cannot all be kept, none of which can be left out. */
function coreOf(way: Way, population: Population, requester: number): readonly Rule[] {
  let core = way.rules;
  for (const rule of way.rules.toSorted((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind))) {
    const without = core.filter((other) => other !== rule);
    if (!passes(without, way, population, requester)) core = without;
  }
  return core;
}

function whyNot(core: readonly Rule[], way: Way): DeadEndCause {
  const has = (kind: Rule['kind']) => core.some((rule) => rule.kind === kind);
  const isAsked = way.rules.some((rule) => rule.kind === 'approval' && isOn(way, rule) && !way.unsure.includes(rule));
  if (!isAsked && core.some(speaksOfApprover)) return 'no-approver';
  if (has('same-person')) return 'pair';
  if (has('separate-duties')) return 'nobody-left';
  return has('approval') ? 'not-enough' : 'no-common-holder';
}

function speaksOfApprover(rule: Rule): boolean {
  if (rule.kind === 'same-person') return rule.pairs.some((pair) => pair.includes('approver'));
  if (rule.kind === 'who-may') return rule.duty === 'approver';
  return rule.kind === 'authorship' && 'duty' in rule.by && rule.by.duty === 'approver';
}

/** The roles that rules about people name, each once. */
export function rolesOf(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(rolesOfRule))];
}

function rolesOfRule(rule: Rule): readonly string[] {
  if (rule.kind === 'approval') return rolesIn(rule.requirement);
  if (rule.kind === 'who-may') return rule.roles;
  return rule.kind === 'authorship' && 'roles' in rule.by ? rule.by.roles : [];
}

function asksFor(roles: readonly string[]): (rule: Rule) => boolean {
  return (rule) => rolesOfRule(rule).some((role) => roles.includes(role));
}
