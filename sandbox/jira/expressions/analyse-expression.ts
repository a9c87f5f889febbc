/** POST /rest/api/3/expression/analyse: what is wrong with an expression before anybody evaluates it. */
import { ExpressionProblem } from './expression-problem';
import { parseExpression } from './parse-expression';

export interface ExpressionAnalysis {
  readonly expression: string;
  readonly valid: boolean;
  readonly errors?: readonly AnalysisError[];
  readonly type?: string;
  readonly complexity?: { readonly expensiveOperations: string; readonly variables?: Readonly<Record<string, string>> };
}

export interface AnalysisError {
  readonly type: ExpressionProblem['kind'];
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly expression?: string;
}

export function problemView(problem: ExpressionProblem): AnalysisError {
  return { type: problem.kind, message: problem.message, ...problem.place };
}

/** The check `syntax`: whether it can be parsed, and the limits of its length. */
export function checkSyntax(expression: string): ExpressionAnalysis {
  try {
    parseExpression(expression);
    return { expression, valid: true };
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    return { expression, valid: false, errors: [problemView(error)] };
  }
}
