import { known, type ChangeFacts } from '../../src/domain/change/change-facts';
import type { Gate } from '../../src/domain/change/lifecycle';
import type { Instant } from '../../src/domain/instant';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import type { Evaluation, RuleStatus, Verdict } from '../../src/domain/policy/evaluation';
import type { Policy } from '../../src/domain/policy/policy';

/** One line of a decision table: what the gate says to these facts at this instant, and which clauses are not met. */
export interface DecisionCase {
  readonly sentence: string;
  readonly gate: Gate;
  readonly facts: ChangeFacts;
  readonly instant: Instant;
  readonly verdict: Verdict;
  /**
   * Clauses that the verdict rests on, in any order: of the rules that stop the change; where none does, of those that a
   * reason or an exception lets pass.
   */
  readonly unmet: readonly string[];
  /** What the owner of the policy answers to its questions here, besides or instead of what the policy has. */
  readonly answers?: Policy['answers'];
}

/** Three hours after the first vote of `withVotes`, and before every planned start. */
export const NOON: Instant = '2026-03-02T12:00:00.000Z';

/** What a line of a table says; the instant is noon of 2 March 2026 unless it matters. */
export type Line = readonly [sentence: string, facts: ChangeFacts, unmet?: readonly string[], instant?: Instant];

/** The cases under a policy whose owner answers so. */
export function whereAnswered(answers: Policy['answers'], cases: readonly DecisionCase[]): readonly DecisionCase[] {
  return cases.map((line) => ({ ...line, answers: { ...answers, ...line.answers } }));
}

/** What a policy says to a case, rule by rule. */
export function evaluateCase(policy: Policy, { facts, gate, instant, answers }: DecisionCase): Evaluation {
  const answered = answers === undefined ? policy : { ...policy, answers: { ...policy.answers, ...answers } };
  return evaluatePolicy(answered, facts, gate, instant);
}

/** Changes that pass the gate, with nothing to note. */
export function allowed(gate: Gate, lines: readonly Line[]): readonly DecisionCase[] {
  return lines.map((line) => caseOf(gate, 'allow', line));
}

/** Changes that pass with something on record: the facts themselves give the reason or name the exception. */
export function warned(gate: Gate, lines: readonly Line[]): readonly DecisionCase[] {
  return lines.map((line) => caseOf(gate, 'warn', line));
}

/** Changes that do not pass. A reason is given each time, so that a refusal shows that no reason helps. */
export function refused(gate: Gate, lines: readonly Line[]): readonly DecisionCase[] {
  return lines.map(([sentence, facts, ...rest]) => caseOf(gate, 'block', [sentence, hurried(facts), ...rest]));
}

/** Changes that do not pass as long as nobody says why they should. */
export function refusedWithoutReason(gate: Gate, lines: readonly Line[]): readonly DecisionCase[] {
  return lines.map((line) => caseOf(gate, 'block', line));
}

function caseOf(gate: Gate, verdict: Verdict, [sentence, facts, unmet = [], instant = NOON]: Line): DecisionCase {
  return { sentence, gate, facts, instant, verdict, unmet };
}

/** The reason is not part of a plan, so the fingerprint stays. */
function hurried(facts: ChangeFacts): ChangeFacts {
  return { ...facts, fields: { ...facts.fields, deviationReason: known('We are in a hurry.') } };
}

/** What a policy says to a case: the verdict, and the clauses that it rests on, in the order of the policy. */
export function decide(policy: Policy, line: DecisionCase): Pick<DecisionCase, 'verdict' | 'unmet'> {
  const { verdict, rules } = evaluateCase(policy, line);
  const resting: readonly RuleStatus[] = verdict === 'warn' ? ['waived', 'excepted'] : ['unmet', 'unknown'];
  const open = rules.filter(({ status }) => resting.includes(status));
  return {
    verdict,
    unmet: inOrder(
      policy,
      open.flatMap(({ clauses }) => clauses),
    ),
  };
}

/** What the table says to a case, in the same form. */
export function expected(policy: Policy, { verdict, unmet }: DecisionCase): Pick<DecisionCase, 'verdict' | 'unmet'> {
  return { verdict, unmet: inOrder(policy, unmet) };
}

/** Whether a policy decides a case otherwise than the table says. */
export function flips(policy: Policy, line: DecisionCase): boolean {
  const is = decide(policy, line);
  const should = expected(policy, line);
  return is.verdict !== should.verdict || is.unmet.join() !== should.unmet.join();
}

function inOrder({ clauses }: Policy, names: readonly string[]): readonly string[] {
  const known = clauses.map(({ id }) => id).filter((id) => names.includes(id));
  return [...known, ...new Set(names.filter((name) => !known.includes(name)))];
}
