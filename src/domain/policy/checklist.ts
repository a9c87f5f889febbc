import { canonicalJson } from '../canonical';
import type { Reason, Remedy } from '../reason';
import type { Evaluation, Finding, RuleResult } from './evaluation';

/** One thing that the policy asks for at a gate, whichever rules ask for it. */
export interface CheckedItem {
  readonly ruleId: string;
  readonly state: 'met' | 'unmet' | 'unknown' | 'waived' | 'excepted';
  readonly reason: Reason;
  readonly remedy?: Remedy;
  /** The clauses of all rules that ask for it, in the order of the policy. */
  readonly clauses: readonly string[];
}

const URGENCY: Readonly<Record<CheckedItem['state'], number>> = {
  unmet: 0,
  unknown: 1,
  waived: 2,
  excepted: 3,
  met: 4,
};

/**
 * The leaves of an evaluation as a list for people: the same thing asked for by several rules stands once, with all
 * their clauses; what stops the change comes first.
 */
export function checklistOf(evaluation: Evaluation): readonly CheckedItem[] {
  const items = new Map<string, CheckedItem>();
  for (const rule of evaluation.rules) {
    for (const leaf of leavesOf(rule.findings)) {
      const key = canonicalJson(leaf.reason);
      const before = items.get(key);
      const state = moreUrgent(stateOf(rule, leaf), before?.state);
      const clauses = [...new Set([...(before?.clauses ?? []), ...rule.clauses])];
      const remedy = leaf.remedy ?? before?.remedy;
      items.set(key, {
        ruleId: before?.ruleId ?? rule.ruleId,
        state,
        reason: leaf.reason,
        ...(remedy && { remedy }),
        clauses,
      });
    }
  }
  return [...items.values()].sort((a, b) => URGENCY[a.state] - URGENCY[b.state]);
}

/**
 * The leaves that decide: of a met any-of only its met parts, so that nobody is asked for an alternative that is not
 * needed any more. An unmet finding that is remedied as a whole (one of these fields, so many more of a role) stands for
 * those of its parts that are not met.
 */
function leavesOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => {
    const { met, remedy, parts = [] } = finding;
    if (parts.length === 0) return [finding];
    if (met === 'yes') return leavesOf(parts.filter((part) => part.met === 'yes'));
    return remedy === undefined ? leavesOf(parts) : [finding, ...leavesOf(parts.filter((part) => part.met !== 'no'))];
  });
}

function stateOf(rule: RuleResult, leaf: Finding): CheckedItem['state'] {
  if (leaf.met === 'yes') return 'met';
  if (rule.status === 'waived' || rule.status === 'excepted') return rule.status;
  return leaf.met === 'no' ? 'unmet' : 'unknown';
}

function moreUrgent(state: CheckedItem['state'], before: CheckedItem['state'] | undefined): CheckedItem['state'] {
  return before !== undefined && URGENCY[before] < URGENCY[state] ? before : state;
}
