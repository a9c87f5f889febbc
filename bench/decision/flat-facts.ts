import { weighVotesAtPoint } from '../../src/domain/policy/rules/approval';
import type { ChangeFacts } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import type { Gate } from '../../src/domain/change/lifecycle';
import { genericPolicy } from '../../src/policies/generic';

/**
 * The facts as a general rule engine can read them. Such an engine cannot weigh votes against a plan (it has no digests
 * and no order of events), so that is done for it, before the clock runs: an advantage that it is given.
 */
export type FlatFacts = Readonly<Record<string, string | number | boolean>>;

export function approvedAt(point: Gate, role: string): string {
  return `approvedAt:${point}:${role}`;
}

export function declinedAt(point: Gate): string {
  return `declined:${point}`;
}

/** Fields in lower case without white space around them, empty where there is nothing; approvals as
 * milliseconds since the epoch by point and role, 0 where there is none. */
export function flatten(facts: ChangeFacts, gate: Gate): FlatFacts {
  const fields = CHANGE_FIELDS.map((field) => {
    const fact = facts.fields[field];
    return [field, fact.state === 'known' ? (fact.value ?? '').trim().toLowerCase() : ''] as const;
  });
  const votes = facts.votes.state === 'known' ? facts.votes.value : [];
  const points = pointsAt(gate).flatMap((point) => {
    const standing = weighVotesAtPoint({ policy: genericPolicy, facts, gate: point }, votes).filter(
      ({ weight }) => weight === 'stands',
    );
    const roles = genericPolicy.roles.map(({ id }) => {
      const approval = standing.find(({ vote }) => vote.decision === 'approve' && vote.roles.includes(id));
      return [approvedAt(point, id), approval === undefined ? 0 : Date.parse(approval.vote.at)] as const;
    });
    return [...roles, [declinedAt(point), standing.some(({ vote }) => vote.decision === 'decline')] as const];
  });
  return Object.fromEntries<string | number | boolean>([...fields, ...points]);
}

/** The points whose votes the generic policy counts at a gate. */
function pointsAt(gate: Gate): readonly Gate[] {
  const rules = genericPolicy.rules.filter((rule) => rule.gates.includes(gate));
  return [...new Set(rules.flatMap((rule) => (rule.kind === 'approval' ? [rule.point] : [])))];
}
