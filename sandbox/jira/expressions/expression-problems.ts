import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import { parseExpression } from './parse-expression';

/** Why an expression can never be evaluated, here or on Atlassian, in words; undefined when it can. */
export function expressionProblem(expression: string): string | undefined {
  try {
    parseExpression(expression);
    return undefined;
  } catch (error) {
    if (error instanceof UnsupportedExpression) return `The sandbox does not support ${error.message}.`;
    if (error instanceof ExpressionProblem) return error.message;
    throw error;
  }
}
