/** POST /rest/api/3/expression/analyse: what is wrong with an expression before anybody evaluates it. */
import { ExpressionProblem } from './expression-problem';
import { checkTypes } from './check-types';
import type { TypeCheck } from './check-types';
import { readType, typeText } from './expression-type';
import type { ExpressionType } from './expression-type';
import { parseExpression } from './parse-expression';
import { CONTEXT_TYPES } from './type-catalogue';

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
  return answering(expression, () => {
    parseExpression(expression);
    return {};
  });
}

/** The check `type`: of what type the result is, and what would fail whenever it is evaluated. */
export function checkType(expression: string, variables: ReadonlyMap<string, ExpressionType>): ExpressionAnalysis {
  return answering(expression, () => ({ type: typeText(typed(expression, variables).type) }));
}

/** The check `complexity`: how many expensive operations it may execute. */
export function checkComplexity(
  expression: string,
  variables: ReadonlyMap<string, ExpressionType>,
): ExpressionAnalysis {
  return answering(expression, () => ({ complexity: typed(expression, variables).cost.formula() }));
}

function typed(expression: string, variables: ReadonlyMap<string, ExpressionType>): TypeCheck {
  return checkTypes(parseExpression(expression), variables);
}

/** The usual context variables and those of the request, by their types. Undefined when a type cannot be read. */
export function variableTypes(
  given: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, ExpressionType> | undefined {
  const types = Object.entries({ ...CONTEXT_TYPES, ...given }).map(([name, text]) => [name, readType(text)] as const);
  const known = types.flatMap(([name, type]) => (type === undefined ? [] : [[name, type] as const]));
  return known.length === types.length ? new Map(known) : undefined;
}

function answering(
  expression: string,
  check: () => Pick<ExpressionAnalysis, 'type' | 'complexity'>,
): ExpressionAnalysis {
  try {
    return { expression, valid: true, ...check() };
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    const type = error.kind === 'type' ? { type: 'TypeError' } : {};
    return { expression, valid: false, errors: [problemView(error)], ...type };
  }
}
