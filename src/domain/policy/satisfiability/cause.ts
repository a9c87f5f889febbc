import type { Gate } from '../../change/lifecycle';
import type { Rule, RuleOf } from '../policy-rule';
import { rolesIn } from '../../approval/requirement';
import type { Way } from './demands';
import { fits, isEmpty, type Population } from './people';
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
  return classes.flatMap((people, group) => (fits(people, lists) ? [group] : []));
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

/** Why these rules cannot all be kept on the way, though somebody holds every role that they ask for. */
export function whyNot(core: readonly Rule[], way: Way): DeadEndCause {
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

/** Whether a rule asks for one of the roles. */
export function asksFor(roles: readonly string[]): (rule: Rule) => boolean {
  return (rule) => rolesOfRule(rule).some((role) => roles.includes(role));
}

function rolesOfRule(rule: Rule): readonly string[] {
  if (rule.kind === 'approval') return rolesIn(rule.requirement);
  if (rule.kind === 'who-may') return rule.roles;
  return rule.kind === 'authorship' && 'roles' in rule.by ? rule.by.roles : [];
}

function isOn({ gates }: Way, rule: Rule): boolean {
  return rule.gates.some((gate) => gates.includes(gate));
}
