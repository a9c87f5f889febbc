import type { ClauseView, PolicyView } from '../../contracts/api/admin-api';
import { aboutLines } from '../../contracts/about-text';
import { clauseText } from '../../contracts/clause-text';
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
    about: aboutLines(policy.about).map((line) => ({ ...line })),
    figures: { ...countServices(policy) },
    clauses: traceClauses(policy).map((traced) => clauseViewOf(traced, policy)),
  };
}

function clauseViewOf(traced: TracedClause, policy: Policy): ClauseView {
  const { clause, rules } = traced;
  const byText = new Map(rules.map((rule) => [ruleText(rule, policy), rule]));
  const does: ClauseView['does'] = clauseText(traced, policy).map((text) => {
    const rule = byText.get(text);
    return { text, gates: [...(rule?.gates ?? [])], strength: rule?.strength ?? null };
  });
  return { id: clause.id, text: clause.text, service: clause.service, does };
}
