import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as schemas from 'jira.js/cloud';
import { z } from 'zod';
import { readContract } from '../openapi-contract';
import type { OpenApiContract } from '../openapi-contract';
import { at, BEN, CARL, createChange, createTestSite } from './test-site';
import type { TestSite } from './test-site';

const CONTRACT = '../shared/contracts/jira-platform-v3.2025-09-24.json';

const evaluation = (expression: string, context: object = {}) => ({ expression, context });
const analysis = (...expressions: readonly string[]) => ({ expressions, contextVariables: { names: 'List<String>' } });

/** Method, path (`{task}` is the task of the call before), the schema of jira.js, the body by the key of an issue. */
const CALLS: readonly [string, string, z.ZodType, ((key: string) => unknown)?][] = [
  ['POST', '/expression/analyse', schemas.JiraExpressionsAnalysisSchema, () => analysis('issue.key', 'issue.')],
  ['POST', '/expression/analyse?check=type', schemas.JiraExpressionsAnalysisSchema, () => analysis('names', 'issue.id > "1"')],
  ['POST', '/expression/analyse?check=complexity', schemas.JiraExpressionsAnalysisSchema, () => analysis('issue.comments')],
  ['POST', '/expression/evaluate?expand=meta.complexity', schemas.JExpEvaluateJiraExpressionResultSchema, (key) => evaluation('[issue, user, project.key]', { issue: { key } })],
  ['POST', '/expression/evaluate', z.looseObject({ errorMessages: z.array(z.string()) }), () => evaluation('issue.key')],
  ['POST', '/bulk/issues/move', schemas.SubmittedBulkOperationSchema, (key) => ({ targetToSourcesMapping: { 'PUB,10001': { issueIdsOrKeys: [key], inferFieldDefaults: true, inferStatusDefaults: true, inferSubtaskTypeDefault: true, inferClassificationDefaults: true } } })],
  ['GET', '/bulk/queue/{task}', schemas.BulkOperationProgressSchema],
  ['GET', '/bulk/queue/{task}', schemas.BulkOperationProgressSchema],
  ['GET', '/bulk/queue/{task}', schemas.BulkOperationProgressSchema],
  ['POST', '/bulk/issues/delete', schemas.SubmittedBulkOperationSchema, (key) => ({ selectedIssueIdsOrKeys: [key], sendBulkNotification: false })],
]; // prettier-ignore

/** Atlassian's schemas call instants date-times where its examples have milliseconds. */
const MILLISECONDS = /^\/(created|started|updated) must be string$/;
/** The schema of a move requires two properties by names that its own properties and its example do not have. */
const MISNAMED = /must have required property '(targetToMultipleSourceMapping|issueIdOrKeys)'$/;

async function run(
  check: (
    method: string,
    path: string,
    body: unknown,
    answer: { status: number; body: unknown },
    schema: z.ZodType,
  ) => void,
) {
  const site: TestSite = createTestSite();
  const key = await createChange(site);
  let task = '';
  for (const [method, template, schema, makeBody] of CALLS) {
    const path = `/rest/api/3${template.replace('{task}', task)}`;
    const body = makeBody?.(key);
    const actor = template.endsWith('delete') ? CARL : BEN;
    if (template.endsWith('delete')) site.clock.advance(60_000);
    const answer = await site.ask(actor, method, path, body);
    const submitted = at(answer.body, 'taskId');
    if (typeof submitted === 'string') task = submitted;
    check(method, path, body, answer, schema);
  }
}

it('the answers about expressions and bulk operations pass the schemas with which jira.js reads them', async () => {
  const problems: string[] = [];
  await run((method, path, _body, answer, schema) => {
    const parsed = schema.safeParse(answer.body);
    if (!parsed.success) problems.push(`${method} ${path}: ${z.prettifyError(parsed.error)}`);
  });
  expect(problems).toEqual([]);
});

const described = existsSync(CONTRACT) ? describe : describe.skip;

described('the OpenAPI document of Jira (left out without ../shared/contracts)', () => {
  it('describes these requests and answers', async () => {
    const contract: OpenApiContract = readContract(CONTRACT);
    const problems: string[] = [];
    await run((method, path, body, answer) => {
      const operation = contract.operation(method, path);
      const found = [...operation.requestProblems(body), ...operation.answerProblems(answer)];
      const real = found.filter((problem) => !MILLISECONDS.test(problem) && !MISNAMED.test(problem));
      problems.push(...real.map((problem) => `${method} ${path}: ${problem}`));
    });
    expect(problems).toEqual([]);
  });
});
