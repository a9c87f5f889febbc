import type { FieldId } from '../../change/change-field';
import type { Clause, ClausePromise } from '../clause';
import type { Policy } from '../policy';
import type { Rule } from '../policy-rule';
import { isAnswered } from './answered-questions';
import type { LintCheck, LintFinding } from './lint-finding';
import { mayReach } from './rule-reach';

/**
 * A clause promises that nothing of a kind stops a change of some type at a gate, and a rule asks for it there. Where a
 * question about both clauses has been answered, the owner has decided which of them holds.
 */
export const brokenPromises: LintCheck = (policy) =>
  policy.clauses.flatMap((clause) => {
    const { promises } = clause;
    if (promises === undefined) return [];
    return policy.rules
      .filter((rule) => rule.strength === 'block' && rule.gates.includes(promises.gate))
      .flatMap((rule) => brokenBy(rule, clause, promises, policy));
  });

function brokenBy(rule: Rule, clause: Clause, promise: ClausePromise, policy: Policy): readonly LintFinding[] {
  const asks = askedBy(rule, promise.without);
  if (asks.length === 0 || isDecided(rule, clause, policy)) return [];
  const types = promise.types.filter((type) => mayReach(rule, type, policy));
  if (types.length === 0) return [];
  const clauses = [...new Set([clause.id, ...rule.clauses])];
  const { gate } = promise;
  return [{ code: 'broken-promise', severity: 'error', clauses, ruleIds: [rule.id], gate, types, asks }];
}

/** What of these things the rule cannot be kept without. */
function askedBy(rule: Rule, things: ClausePromise['without']): readonly ('approval' | FieldId)[] {
  if (rule.kind === 'approval') return things.filter((thing) => thing === 'approval');
  const groups = fieldsAskedBy(rule).filter((group) => group.every((field) => things.includes(field)));
  return [...new Set(groups.flat())];
}

/** Groups of fields of which one must be filled. */
function fieldsAskedBy(rule: Rule): readonly (readonly FieldId[])[] {
  switch (rule.kind) {
    case 'required-fields':
      return rule.fields.map((field) => (typeof field === 'string' ? [field] : field.oneOf));
    case 'test-suites':
      return [['testSuites']];
    case 'standard-catalogue':
      return [['standardTemplate']];
    case 'post-implementation-review':
      return rule.meeting ? [['postImplementationReview'], ['reviewMeeting']] : [['postImplementationReview']];
    case 'notice':
    case 'in-maintenance-window':
      return [['plannedStart']];
    default:
      return [];
  }
}

function isDecided(rule: Rule, clause: Clause, policy: Policy): boolean {
  return policy.questions.some(
    (question) =>
      question.clauses.includes(clause.id) &&
      question.clauses.some((id) => id !== clause.id && rule.clauses.includes(id)) &&
      isAnswered(policy, question),
  );
}
