/**
 * Workflow rules of apps that are Jira expressions (`expression` of `jira:workflowValidator` and `jira:workflowCondition`).
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
import type { ExpressionRule } from '../../platform';
import { asText } from '../fields/field-kind';
import { ExpressionProblem, UnsupportedExpression } from '../expressions/expression-problem';
import { issueObject } from '../expressions/issue-object';
import { projectObject, transitionObject, userObject, workflowObject } from '../expressions/jira-objects';
import { failureMessage, runExpression } from '../expressions/run-expression';
import { fromJson, typeNameOf } from '../expressions/values';
import type { Value } from '../expressions/values';
import type { Account, JiraSite } from '../jira-site';
import { unsupported } from '../refusal';
import type { IssueRecord, Json, Transition, WorkflowRule } from '../state';
import { workflowOf } from './life-cycle';
import { publishFailedExpression } from './failed-expression';
import { ruleConfiguration } from './supported-rules';

export interface RuleRun {
  readonly site: JiraSite;
  /** Who makes the transition, or for whom it is looked at. */
  readonly account: Account;
  /** Before the edits of the screen. */
  readonly issue: IssueRecord;
  /** What the screen sets, by field id. */
  readonly values: ReadonlyMap<string, Json>;
  readonly comments: readonly Json[];
  readonly transition: Transition;
}

export type RuleVerdict = { readonly allows: true } | { readonly allows: false; readonly message?: string };

/**
 * Only `true` allows. Everything else refuses: `false`, a text (which is the message of a validator), any other value, and
 * an error; after the last two the app is sent `avi:jira:failed:expression`.
 */
export function validatorVerdict(run: RuleRun, rule: WorkflowRule, module: ExpressionRule): RuleVerdict {
  const variables = new Map([
    ...variablesOf(run, rule),
    ['issue', issueObject(run.site, editedIssue(run), sightOf(run))] as const,
    ['originalIssue', issueObject(run.site, run.issue, { viewer: run.account, inContext: true })] as const,
  ]);
  const value = valueOf(run, rule, module, variables, 'validatorId');
  if (value === true) return { allows: true };
  if (typeof value === 'string') return { allows: false, message: value };
  const message = errorMessage(run, module, variables);
  return message === undefined ? { allows: false } : { allows: false, message };
}

/** `groupOperator` is null where the condition stands alone. */
export function conditionAllows(
  run: Pick<RuleRun, 'site' | 'account' | 'issue' | 'transition'>,
  rule: WorkflowRule,
  module: ExpressionRule,
  groupOperator: 'AND' | 'OR' | null,
): boolean {
  const whole = { ...run, values: new Map<string, Json>(), comments: [] };
  const variables = new Map([
    ...variablesOf(whole, rule),
    ['issue', issueObject(run.site, run.issue, { viewer: run.account, inContext: true })] as const,
    ['groupOperator', groupOperator] as const,
  ]);
  return valueOf(whole, rule, module, variables, 'conditionId') === true;
}

function editedIssue({ issue, values }: RuleRun): IssueRecord {
  return { ...issue, values: { ...issue.values, ...Object.fromEntries(values) } };
}

function sightOf({ account, comments }: RuleRun) {
  return { viewer: account, inContext: true, newComments: comments };
}

function variablesOf({ site, account, issue, transition }: RuleRun, rule: WorkflowRule): ReadonlyMap<string, Value> {
  const from = transition.type === 'INITIAL' ? null : asText(issue.values.status);
  return new Map<string, Value>([
    ['user', userObject(site, account.accountId, account)],
    ['project', projectObject(site, site.store.projectOf(issue), account)],
    ['transition', transitionObject(site, transition, from)],
    ['workflow', workflowObject(workflowOf(site, issue))],
    ['config', fromJson(ruleConfiguration(rule.parameters.config ?? '') ?? {})],
  ]);
}

/** `config.expression`, where the saved configuration has it, replaces the expression of the manifest. */
function expressionOf(rule: WorkflowRule, module: ExpressionRule): string {
  const own = ruleConfiguration(rule.parameters.config ?? '')?.['expression'];
  return typeof own === 'string' ? own : module.expression;
}

/** Undefined when the evaluation failed; the app is told. */
function valueOf(
  run: RuleRun,
  rule: WorkflowRule,
  module: ExpressionRule,
  variables: ReadonlyMap<string, Value>,
  kind: 'validatorId' | 'conditionId',
): Value | undefined {
  const expression = expressionOf(rule, module);
  const failed = { extensionId: module.key, [kind]: rule.parameters.id ?? '', expression };
  const outcome = attempt(run, expression, variables);
  if ('value' in outcome && isVerdict(outcome.value, kind)) return outcome.value;
  const message =
    'failure' in outcome ? outcome.failure : `The expression returned ${typeNameOf(outcome.value)} instead of Boolean.`;
  publishFailedExpression(run, failed, message);
  return undefined;
}

/** A text is the message of a validator; to a condition it means nothing. */
function isVerdict(value: Value, kind: 'validatorId' | 'conditionId'): boolean {
  return typeof value === 'boolean' || (kind === 'validatorId' && typeof value === 'string');
}

function errorMessage(run: RuleRun, module: ExpressionRule, variables: ReadonlyMap<string, Value>): string | undefined {
  const given = module.errorMessage;
  if (given === undefined || typeof given === 'string') return given;
  const outcome = attempt(run, given.expression, variables);
  return 'value' in outcome && typeof outcome.value === 'string' ? outcome.value : undefined;
}

function attempt(
  { site, account }: Pick<RuleRun, 'site' | 'account'>,
  expression: string,
  variables: ReadonlyMap<string, Value>,
): { readonly value: Value } | { readonly failure: string } {
  try {
    return { value: runExpression(site, account, expression, variables).value };
  } catch (error) {
    if (error instanceof ExpressionProblem) return { failure: failureMessage(error) };
    if (error instanceof UnsupportedExpression) throw unsupported(error.message);
    throw error;
  }
}
