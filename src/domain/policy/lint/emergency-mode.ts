import { isBefore } from '../../change/gate-order';
import { typesOf } from '../emergency';
import type { Policy } from '../policy';
import type { Rule } from '../policy-rule';
import type { LintCheck, LintDetail, LintFinding } from './lint-finding';
import { cover, mayReach } from './rule-reach';

type Problem = Extract<LintDetail, { readonly code: 'emergency-mode-not-kept' }>['problem'];

/** What the policy says becomes of emergencies, held against what its rules do to them. */
export const emergencyMode: LintCheck = (policy) => {
  const { mode } = policy.emergencies;
  const emergencies = typesOf(policy, { emergency: true });
  if (mode === 'not-allowed') return findings('there-are-emergencies', emergencies, [], policy);
  const first = policy.rules.filter((rule) => rule.kind === 'approval' && stops(rule, 'expedite'));
  const after = policy.rules.filter((rule) => stops(rule, 'close') && isReview(rule));
  const unreviewed = emergencies.filter((type) => !cover(after, type, policy));
  const unapproved = emergencies.filter((type) => !cover(first, type, policy));
  const hindering = first.filter((rule) => emergencies.some((type) => mayReach(rule, type, policy)));
  const hindered = emergencies.filter((type) => hindering.some((rule) => mayReach(rule, type, policy)));
  return [
    ...(mode === 'implement-first' ? findings('approved-first', hindered, hindering, policy) : []),
    ...(mode === 'implement-first' ? [] : findings('not-approved-first', unapproved, [], policy)),
    ...(mode === 'approve-first' ? [] : findings('not-reviewed-after', unreviewed, [], policy)),
  ];
};

function stops(rule: Rule, gate: Rule['gates'][number]): boolean {
  return rule.strength === 'block' && rule.gates.includes(gate);
}

/** An approval of what was done, or a review of it. */
function isReview(rule: Rule): boolean {
  if (rule.kind === 'approval') return !isBefore(rule.point, 'complete');
  if (rule.kind === 'required-fields') return rule.fields.includes('postImplementationReview');
  return rule.kind === 'post-implementation-review';
}

function findings(
  problem: Problem,
  types: readonly string[],
  rules: readonly Rule[],
  { emergencies: { mode } }: Policy,
): readonly LintFinding[] {
  if (types.length === 0) return [];
  return [
    {
      code: 'emergency-mode-not-kept',
      severity: 'error',
      clauses: [...new Set(rules.flatMap(({ clauses }) => clauses))],
      ruleIds: rules.map(({ id }) => id),
      mode,
      problem,
      types,
    },
  ];
}
