/** POST /rest/api/3/expression/analyse and /evaluate. The older /eval is being removed by Atlassian and is not here. */
import { Hono } from 'hono';
import { z } from 'zod';
import { checkComplexity, checkSyntax, checkType, variableTypes } from '../expressions/analyse-expression';
import { evaluationSchema, evaluationVariables } from '../expressions/evaluation-context';
import { ExpressionProblem, UnsupportedExpression } from '../expressions/expression-problem';
import { EXPENSIVE_LIMIT, STEP_LIMIT } from '../expressions/meter';
import type { Meter } from '../expressions/meter';
import { valueJson } from '../expressions/operators';
import { BEAN_LIMIT, PRIMITIVE_LIMIT, sizeOf } from '../expressions/result-size';
import type { Value } from '../expressions/values';
import { failureMessage, runExpression } from '../expressions/run-expression';
import type { JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import { expansions, readJson } from '../request';
import type { JiraEnv } from '../request';

const analysisSchema = z.strictObject({
  expressions: z.array(z.string()),
  contextVariables: z.record(z.string(), z.string()).optional(),
});

const CHECKS: Readonly<Record<string, typeof checkType>> = {
  syntax: checkSyntax,
  type: checkType,
  complexity: checkComplexity,
};

export function expressionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/expression/analyse', async (context) => {
    const request = analysisSchema.safeParse(await readJson(context));
    if (!request.success) throw badRequest('expressions must be a list of texts.');
    const check = CHECKS[context.req.query('check') ?? 'syntax'];
    if (check === undefined) throw badRequest(`There is no check '${context.req.query('check') ?? ''}'.`);
    const types = variableTypes(request.data.contextVariables);
    if (types === undefined) throw badRequest('The type of a context variable is not known.');
    const results = request.data.expressions.map((expression) => supported(() => check(expression, types)));
    return context.json({ results });
  });
  routes.post('/expression/evaluate', async (context) => {
    const request = evaluationSchema.safeParse(await readJson(context));
    if (!request.success) throw badRequest('The request needs an expression, and a context with known variables.');
    const viewer = context.get('account');
    const variables = evaluationVariables(site, viewer, request.data.context);
    const { value, meter } = supported(() => evaluated(site, viewer, request.data.expression, variables));
    refuseTooMuch(value);
    const meta = expansions(context).includes('meta.complexity')
      ? { meta: { complexity: complexityOf(meter, value) } }
      : {};
    return context.json({ value: valueJson(value), ...meta });
  });
  return routes;
}

function evaluated(...args: Parameters<typeof runExpression>): ReturnType<typeof runExpression> {
  try {
    return runExpression(...args);
  } catch (error) {
    if (error instanceof ExpressionProblem) throw badRequest(failureMessage(error));
    throw error;
  }
}

function refuseTooMuch(value: Value): void {
  const { beans, primitives } = sizeOf(value);
  if (beans > BEAN_LIMIT) throw badRequest(`The result has ${beans} beans, limit: ${BEAN_LIMIT}`);
  if (primitives > PRIMITIVE_LIMIT) throw badRequest(`The result has ${primitives} values, limit: ${PRIMITIVE_LIMIT}`);
}

function supported<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnsupportedExpression) throw unsupported(error.message);
    throw error;
  }
}

function complexityOf(meter: Meter, value: Value) {
  const { beans, primitives } = sizeOf(value);
  return {
    steps: { value: meter.steps, limit: STEP_LIMIT },
    expensiveOperations: { value: meter.expensive, limit: EXPENSIVE_LIMIT },
    beans: { value: beans, limit: BEAN_LIMIT },
    primitiveValues: { value: primitives, limit: PRIMITIVE_LIMIT },
  };
}
