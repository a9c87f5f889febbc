import type { ClauseView, PolicyView } from '../../contracts/api/admin-api';
import { ruleText } from '../../contracts/rule-text';
import type { Instant } from '../../domain/instant';
import { countServices, traceClauses, type TracedClause } from '../../domain/policy/clause-trace';
import type { Policy } from '../../domain/policy/policy';

/** A policy clause by clause, with what the app does about each one. @param since Null for one that is not in force. */
export function policyViewOf(policy: Policy, hash: string, since: Instant | null): PolicyView {
  return {
    id: policy.id,
    title: policy.title,
    version: policy.version,
    hash,
    since,
    figures: { ...countServices(policy) },
    clauses: traceClauses(policy).map((traced) => clauseViewOf(traced, policy)),
  };
}

function clauseViewOf({ clause, rules }: TracedClause, policy: Policy): ClauseView {
  const does: ClauseView['does'] = rules.map((rule) => ({
    text: ruleText(rule, policy),
    gates: [...rule.gates],
    strength: rule.strength,
  }));
  const note: ClauseView['does'] = clause.note === undefined ? [] : [{ text: clause.note, gates: [], strength: null }];
  return { id: clause.id, text: clause.text, service: clause.service, does: [...does, ...note] };
}
