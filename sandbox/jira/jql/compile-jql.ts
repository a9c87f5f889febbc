/** Turns a query into a test for issues. Everything that Jira refuses is refused here, before any issue is looked at. */
import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { badRequest, unsupported } from '../refusal';
import type { JqlContext, Predicate } from './jql-context';
import { jqlField } from './jql-fields';
import type { ChoiceField, JqlField, OrderedField, TextField } from './jql-fields';
import { choiceOperands, orderedOperands } from './jql-operands';
import { textSearch } from './jql-text';

export function compileClause(clause: Clause, context: JqlContext): Predicate {
  if (clause.clauseType === 'not') {
    const inner = compileClause(clause.clause, context);
    return (issue) => !inner(issue);
  }
  if (clause.clauseType === 'compound') {
    const parts = clause.clauses.map((part) => compileClause(part, context));
    return clause.operator.value === 'and'
      ? (issue) => parts.every((part) => part(issue))
      : (issue) => parts.some((part) => part(issue));
  }
  return compileTerminal(clause, context);
}

function compileTerminal(clause: TerminalClause, context: JqlContext): Predicate {
  if (clause.field.properties !== undefined && clause.field.properties.length > 0) {
    throw unsupported('entity properties in JQL');
  }
  const { operator, operand } = clause;
  const field = jqlField(clause.field.value, context);
  if (/^(was|changed)/.test(operator?.value ?? '')) throw unsupported(`the JQL operator '${operator?.value ?? ''}'`);
  if (operator === undefined || operand === undefined) throw badRequest('Error in the JQL Query: Incomplete clause.');
  requireOperator(field, operator.value, operand);
  if (field.by === 'choice') return compileChoice(field, operator.value, operand, context);
  return field.by === 'text'
    ? compileText(field, operator.value, operand)
    : compileOrdered(field, operator.value, operand, context);
}

const EQUALITY = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const OPERATORS: Readonly<Record<JqlField['by'], readonly string[]>> = {
  choice: EQUALITY,
  text: ['~', '!~', 'is', 'is not'],
  instant: [...EQUALITY, '<', '<=', '>', '>='],
  day: [...EQUALITY, '<', '<=', '>', '>='],
  number: [...EQUALITY, '<', '<=', '>', '>='],
};
const ORDERED_CHOICES = /^(key|issuekey|id|issue|priority)$/i;

function requireOperator(field: JqlField, operator: string, operand: Operand): void {
  if (!OPERATORS[field.by].includes(operator)) {
    if (/^[<>]/.test(operator) && ORDERED_CHOICES.test(field.name))
      throw unsupported(`${field.name} ${operator} in JQL`);
    throw badRequest(`The operator '${operator}' is not supported by the '${field.name}' field.`);
  }
  const list = operator === 'in' || operator === 'not in';
  if (list !== (operand.operandType === 'list') && operand.operandType !== 'function') {
    throw badRequest(
      list
        ? `Operator '${operator}' does not support the non-list value for field '${field.name}'.`
        : `Operator '${operator}' does not support the list value for field '${field.name}'.`,
    );
  }
  if (operator.startsWith('is') && operand.operandType !== 'keyword') {
    throw badRequest(`The operator '${operator}' supports only 'EMPTY' and 'NULL' for the field '${field.name}'.`);
  }
}

/** In Jira `!=` and `not in` find only issues that have a value. */
function compileChoice(field: ChoiceField, operator: string, operand: Operand, context: JqlContext): Predicate {
  const { empty, values } = choiceOperands(field, operand, context);
  const wanted = new Set(values);
  const negative = operator.startsWith('!') || operator.includes('not');
  return (issue) => {
    const held = field.valuesOf(issue);
    if (held.length === 0) return empty && !negative;
    return held.some((value) => wanted.has(value)) !== negative;
  };
}

function compileText(field: TextField, operator: string, operand: Operand): Predicate {
  if (operand.operandType === 'keyword') {
    const wantsEmpty = operator === 'is' || operator === '~';
    return (issue) => (field.textOf(issue) === null) === wantsEmpty;
  }
  if (operand.operandType !== 'value') throw unsupported('functions in a text search');
  if (operand.value.trim() === '') {
    throw badRequest(`The field '${field.name}' does not support searching for an empty string.`);
  }
  const search = textSearch(operand.value);
  return (issue) => {
    const text = field.textOf(issue);
    return text !== null && search(text) !== (operator === '!~');
  };
}

function compileOrdered(field: OrderedField, operator: string, operand: Operand, context: JqlContext): Predicate {
  const { empty, values } = orderedOperands(field, operand, context);
  const negative = operator === '!=' || operator.includes('not');
  return (issue) => {
    const held = field.valueOf(issue);
    if (held === null) return empty && !negative;
    const limit = values[0];
    if (operator === '<') return limit !== undefined && held < limit;
    if (operator === '<=') return limit !== undefined && held <= limit;
    if (operator === '>') return limit !== undefined && held > limit;
    if (operator === '>=') return limit !== undefined && held >= limit;
    return values.includes(held) !== negative;
  };
}
