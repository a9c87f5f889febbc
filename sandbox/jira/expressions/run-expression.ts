/** Parses and evaluates one expression on behalf of somebody. */
import type { Account, JiraSite } from '../jira-site';
import { evaluateExpression } from './evaluate-expression';
import type { Evaluation } from './evaluate-expression';
import type { ExpressionProblem } from './expression-problem';
import { parseExpression } from './parse-expression';
import { surroundingsOf } from './surroundings';
import type { Value } from './values';

/**
 * @throws ExpressionProblem where Jira would fail
 * @throws UnsupportedExpression where only the sandbox fails
 */
export function runExpression(
  site: JiraSite,
  viewer: Account,
  expression: string,
  variables: ReadonlyMap<string, Value>,
): Evaluation {
  return evaluateExpression(parseExpression(expression), surroundingsOf(site, viewer, variables));
}

/** As in the example of `POST /expression/evaluate` in Atlassian's OpenAPI document. */
export function failureMessage({ message, place }: ExpressionProblem): string {
  return place.expression === undefined ? message : `Evaluation failed: "${place.expression}" - ${message}`;
}
