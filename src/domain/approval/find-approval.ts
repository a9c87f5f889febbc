import type { Instant } from '../instant';
import type { Finding } from '../policy/evaluation';
import { rolesIn, type Requirement } from './requirement';
import type { VoteCount } from './weigh-votes';

/** A finding with the instant at which it became met, so that parts can be put in order. */
interface Dated {
  readonly finding: Finding;
  readonly metAt?: Instant;
}

/** Whether the votes meet the requirement, part by part, with the person to ask for each part that is missing. */
export function findApproval(requirement: Requirement, counts: readonly VoteCount[]): Finding {
  return look(requirement, counts, undefined).finding;
}

/** Declines that stand, by people in a role that the requirement names: each one stops the change. */
export function standingDeclines(requirement: Requirement, counts: readonly VoteCount[]): readonly VoteCount[] {
  const roles = new Set(rolesIn(requirement));
  return counts.filter(
    ({ vote, weight }) =>
      weight === 'stands' && vote.decision === 'decline' && vote.roles.some((role) => roles.has(role)),
  );
}

function look(requirement: Requirement, counts: readonly VoteCount[], after: Instant | undefined): Dated {
  if ('role' in requirement) return lookForRole(requirement.role, counts, after);
  if ('anyOf' in requirement) return lookForAny(requirement.anyOf, counts, after);
  return requirement.inOrder === true
    ? lookInOrder(requirement.allOf, counts, after)
    : lookForAll(requirement.allOf.map((part) => look(part, counts, after)));
}

function lookForRole(role: string, counts: readonly VoteCount[], after: Instant | undefined): Dated {
  const approvals = counts.filter(({ vote }) => vote.decision === 'approve' && vote.roles.includes(role));
  const standing = approvals.filter(({ weight }) => weight === 'stands').map(({ vote }) => vote);
  const first = standing.find(({ at }) => after === undefined || at > after);
  if (first !== undefined) {
    return { metAt: first.at, finding: { met: 'yes', reason: { code: 'approved', role, by: first.by, at: first.at } } };
  }
  const remedy = { do: 'approve', role } as const;
  const voided = approvals.filter(({ weight }) => weight === 'void').at(-1);
  if (standing.length === 0 && voided !== undefined) {
    const { by, at } = voided.vote;
    return { finding: { met: 'no', reason: { code: 'approval-void', role, by, at, edited: voided.edited }, remedy } };
  }
  return { finding: { met: 'no', reason: { code: 'approval-missing', role }, remedy } };
}

function lookForAny(parts: readonly Requirement[], counts: readonly VoteCount[], after: Instant | undefined): Dated {
  const looked = parts.map((part) => look(part, counts, after));
  const findings = looked.map(({ finding }) => finding);
  const metAt = looked.flatMap((part) => (part.metAt === undefined ? [] : [part.metAt])).sort()[0];
  if (metAt === undefined) return { finding: { met: 'no', reason: { code: 'any-of' }, parts: findings } };
  return { metAt, finding: { met: 'yes', reason: { code: 'any-of' }, parts: findings } };
}

function lookForAll(looked: readonly Dated[]): Dated {
  const findings = looked.map(({ finding }) => finding);
  const times = looked.flatMap((part) => (part.metAt === undefined ? [] : [part.metAt])).sort();
  const metAt = times.length === looked.length ? times.at(-1) : undefined;
  if (metAt === undefined) return { finding: { met: 'no', reason: { code: 'all-of' }, parts: findings } };
  return { metAt, finding: { met: 'yes', reason: { code: 'all-of' }, parts: findings } };
}

function lookInOrder(parts: readonly Requirement[], counts: readonly VoteCount[], after: Instant | undefined): Dated {
  const looked: Dated[] = [];
  let previous: Instant | undefined = after;
  for (const [index, part] of parts.entries()) {
    const dated = look(part, counts, previous);
    const early = dated.metAt === undefined && look(part, counts, after).metAt !== undefined;
    looked.push(early ? tooEarly(part, parts.slice(0, index)) : dated);
    // Later parts wait for a part that is not met yet: nothing can have come after it.
    previous = dated.metAt ?? END_OF_TIME;
  }
  return lookForAll(looked);
}

const END_OF_TIME: Instant = '9999-12-31T23:59:59.999Z';

function tooEarly(part: Requirement, before: readonly Requirement[]): Dated {
  const role = rolesIn(part)[0] ?? '';
  const after = before.flatMap(rolesIn);
  return {
    finding: { met: 'no', reason: { code: 'approval-out-of-order', role, after }, remedy: { do: 'approve', role } },
  };
}
