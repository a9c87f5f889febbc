import { findApproval } from '../approval/find-approval';
import { addDuration } from '../calendar/duration';
import { fieldFact, valuesOf } from '../change/change-facts';
import type { Instant } from '../instant';
import { holds } from './holds';
import type { Finding } from './evaluation';
import type { CivilDate, ExceptionPath, GrantedException } from './policy';
import type { Rule } from './policy-rule';
import type { RuleContext } from './rule';
import { findField } from './rules/required-fields';

/** The field in which a change names the clauses (and freeze windows) from which it asks for an exception. */
export const EXCEPTION_FIELD = 'exceptionTo';

/** What the change asks an exception from, as it is written there; nothing while the field cannot be read. */
export function askedExceptions({ facts }: Pick<RuleContext, 'facts'>): readonly string[] {
  const fact = fieldFact(facts, EXCEPTION_FIELD);
  return fact.state === 'known' ? valuesOf(fact.value) : [];
}

/**
 * The finding that lets an unmet rule pass: every clause that it enforces is covered by an exception, which is in force
 * for longer or was granted to this change. Nothing where one clause is not covered, and for a rule without clauses. Votes
 * that do not count for the sake of separate duties count no more with an exception.
 */
export function findException(rule: Rule, context: RuleContext): Finding | undefined {
  const path = context.policy.exceptions;
  if (path === 'none' || rule.clauses.length === 0) return undefined;
  const standing = path.granted.find((granted) => covers(granted, rule.clauses, path, context));
  if (standing !== undefined) return excepted(rule.clauses, standing.id);
  const asked = askedExceptions(context).map((name) => name.toLowerCase());
  const isAsked = rule.clauses.every((clause) => asked.includes(clause.toLowerCase()));
  return isAsked && findGrant(path, context).every(({ met }) => met === 'yes')
    ? excepted(rule.clauses, null)
    : undefined;
}

/** What a change that asks for an exception must have: the fields it is asked with, and the approval of those who grant. */
export function findGrant(path: ExceptionPath, context: RuleContext): readonly Finding[] {
  const fields = path.askedWith.map((field) => findField(context.facts, field));
  return [...fields, findApproval(path.requirement, context.weights.atAnyPoint(context), context)];
}

function excepted(clauses: readonly string[], exception: string | null): Finding {
  return { met: 'yes', reason: { code: 'excepted', clauses, exception } };
}

/** Whether a standing exception is in force at the instant, was reviewed in time, and covers this change. */
function covers(
  granted: GrantedException,
  clauses: readonly string[],
  path: ExceptionPath,
  context: RuleContext,
): boolean {
  if (!clauses.every((clause) => granted.clauses.includes(clause))) return false;
  if (!isInForce(granted, path, context.instant)) return false;
  return granted.when === undefined || holds(granted.when, context) === 'yes';
}

/** Days are days in UTC; the first and the last day are part of the exception, and count among the longest. */
export function isInForce(granted: GrantedException, path: ExceptionPath, instant: Instant): boolean {
  const day = instant.slice(0, 10);
  if (day < granted.from || day > granted.until) return false;
  if (path.longestDays !== undefined && day > dayAfter(granted.from, path.longestDays - 1)) return false;
  if (path.reviewEveryDays === undefined) return true;
  const reviewed =
    [granted.from, ...granted.reviewedOn]
      .filter((date) => date <= day)
      .sort()
      .at(-1) ?? granted.from;
  return day <= dayAfter(reviewed, path.reviewEveryDays);
}

function dayAfter(day: CivilDate, days: number): CivilDate {
  return addDuration(`${day}T00:00:00.000Z`, { days }).slice(0, 10);
}
