/**
 * The syntax of Jira expressions: a subset of JavaScript, parsed by acorn, of which only what Jira knows is let through.
 * https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#syntax-and-semantics
 */
import { parse } from 'acorn';
import type { AnyNode, Program } from 'acorn';
import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import type { ProblemPlace } from './expression-problem';
import { leavesOf, nodesOf } from './syntax-tree';

/** Both as in the example of an analysis in Atlassian's OpenAPI document. */
const LONGEST = 1000;
const MOST_LEAVES = 100;

export interface ParsedExpression {
  readonly source: string;
  readonly program: Program;
  /** The text of a part of it. */
  textOf(node: AnyNode): string;
}

const KNOWN: readonly string[] = [
  'Program', 'ExpressionStatement', 'EmptyStatement', 'VariableDeclaration', 'VariableDeclarator', 'ReturnStatement',
  'IfStatement', 'BlockStatement', 'Literal', 'TemplateLiteral', 'TemplateElement', 'Identifier', 'MemberExpression',
  'ChainExpression', 'CallExpression', 'NewExpression', 'UnaryExpression', 'BinaryExpression', 'LogicalExpression',
  'ConditionalExpression', 'ArrayExpression', 'ObjectExpression', 'Property', 'ArrowFunctionExpression',
]; // prettier-ignore
const KNOWN_TO_JIRA_ONLY: Readonly<Record<string, string>> = {
  TryStatement: 'try and catch',
  CatchClause: 'try and catch',
  ThrowStatement: 'throw',
  AssignmentExpression: 'assigning to a variable without let',
  LabeledStatement: 'a map as the body of a function without parentheses around it',
};
const OPERATORS: readonly string[] = ['!', '-', 'typeof', '+', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||', '??']; // prettier-ignore
const BARE_MAP = /=>\s*\{\s*(?:[\w$]+|'[^']*'|"[^"]*")\s*:/;

/**
 * @throws ExpressionProblem for everything that Jira refuses, limits included
 * @throws UnsupportedExpression for constructs that only Jira knows
 */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > LONGEST) {
    throw new ExpressionProblem(
      'other',
      `Jira expression is too long (${source.length}), limit: ${LONGEST} characters`,
    );
  }
  const { program, shift } = readProgram(source);
  const parsed = { source, program, textOf: (node: AnyNode) => source.slice(node.start - shift, node.end - shift) };
  for (const node of nodesOf(program)) refuseUnknown(node, parsed, shift);
  if (!program.body.some((statement) => statement.type !== 'EmptyStatement')) {
    throw new ExpressionProblem('syntax', 'The expression is empty.', { line: 1, column: 1 });
  }
  const leaves = leavesOf(program);
  if (leaves > MOST_LEAVES) {
    throw new ExpressionProblem(
      'other',
      `Jira expression has too many nodes (${leaves}), limit: ${MOST_LEAVES} leaves`,
    );
  }
  return parsed;
}

const OPTIONS = { ecmaVersion: 2020, sourceType: 'script', allowReturnOutsideFunction: true, locations: true } as const;

/** As one expression, so that `{ a: 1 }` is a map, else as statements. */
function readProgram(source: string): { program: Program; shift: number } {
  try {
    return { program: parse(`(${source}\n)`, OPTIONS), shift: 1 };
  } catch {
    try {
      return { program: parse(source, OPTIONS), shift: 0 };
    } catch (error) {
      if (BARE_MAP.test(source)) throw new UnsupportedExpression(KNOWN_TO_JIRA_ONLY['LabeledStatement'] ?? '');
      throw syntaxProblem(error);
    }
  }
}

function syntaxProblem(error: unknown): ExpressionProblem {
  if (!(error instanceof SyntaxError)) throw error;
  const { loc } = error as SyntaxError & { loc?: { line: number; column: number } };
  const place: ProblemPlace = loc === undefined ? {} : { line: loc.line, column: loc.column + 1 };
  return new ExpressionProblem('syntax', error.message.replace(/ \(\d+:\d+\)$/, '.'), place);
}

function refuseUnknown(node: AnyNode, parsed: ParsedExpression, shift: number): void {
  const elsewhere = KNOWN_TO_JIRA_ONLY[node.type];
  if (elsewhere !== undefined) throw new UnsupportedExpression(elsewhere);
  const message = refusalOf(node);
  if (message === undefined) return;
  const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
  const shown = column + 1 - (line === 1 ? shift : 0);
  throw new ExpressionProblem('syntax', message, { line, column: shown, expression: parsed.textOf(node) });
}

function refusalOf(node: AnyNode): string | undefined {
  if (!KNOWN.includes(node.type)) return `Jira expressions have no ${node.type}.`;
  switch (node.type) {
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
      return OPERATORS.includes(node.operator) ? undefined : `Jira expressions have no operator ${node.operator}.`;
    case 'VariableDeclaration':
      return node.kind === 'let' ? undefined : `Jira expressions have no ${node.kind}.`;
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' && node.init != null ? undefined : 'A variable needs a name and a value.';
    case 'Literal':
      return 'regex' in node || 'bigint' in node ? 'Jira expressions have no such literal.' : undefined;
    case 'ArrowFunctionExpression':
      return !node.async && node.params.every((parameter) => parameter.type === 'Identifier')
        ? undefined
        : 'The parameters of a function are names.';
    case 'Property':
      return node.computed || node.method || node.kind !== 'init' ? 'The keys of a map are names.' : undefined;
    case 'ArrayExpression':
      return node.elements.includes(null) ? 'A list has no gaps.' : undefined;
    default:
      return undefined;
  }
}
