/** Evaluates a parsed Jira expression, synchronously and without any effect. */
import type { AnyNode, Expression, MemberExpression, Statement, Super } from 'acorn';
import { ExpressionProblem } from './expression-problem';
import { memberNames, memberOf } from './members';
import { Meter } from './meter';
import { asText, binary } from './operators';
import type { ParsedExpression } from './parse-expression';
import { hasKind, isList, isTruthy, typeNameOf } from './values';
import type { Value } from './values';

export interface Surroundings {
  readonly variables: ReadonlyMap<string, Value>;
  /** Functions that can be called by their name (`Number`). */
  readonly functions: ReadonlyMap<string, Value>;
  /** `new Type(...)`; undefined when there is no such type. */
  construct(typeName: string, args: readonly Value[], meter: Meter): Value | undefined;
  /** Time zone of the person for whom the expression runs. */
  readonly zone: string;
}

export interface Evaluation {
  readonly value: Value;
  readonly meter: Meter;
}

type Scope = ReadonlyMap<string, Value>;
interface Ended {
  readonly value: Value;
}

/**
 * `?.` makes null of the one access before which it stands: whether Jira, like JavaScript, then leaves out the rest of the
 * chain is not documented, so what follows needs a `?.` of its own. An entry that a map does not have is a failure, as for
 * the expressions of event filters.
 *
 * @throws ExpressionProblem when the expression fails, with the message that Jira would give where it is known
 * @throws UnsupportedExpression when it needs something that only Jira has
 */
export function evaluateExpression(parsed: ParsedExpression, surroundings: Surroundings): Evaluation {
  const meter = new Meter();
  const evaluator = new Evaluator(parsed, surroundings, meter);
  return { value: evaluator.run(), meter };
}

class Evaluator {
  readonly #parsed: ParsedExpression;
  readonly #around: Surroundings;
  readonly #meter: Meter;

  constructor(parsed: ParsedExpression, around: Surroundings, meter: Meter) {
    this.#parsed = parsed;
    this.#around = around;
    this.#meter = meter;
  }

  run(): Value {
    const scope = new Map([...this.#around.functions, ...this.#around.variables]);
    const { body } = this.#parsed.program;
    const last = body.filter((statement) => statement.type !== 'EmptyStatement').at(-1);
    const statements = body.filter((statement) => statement.type !== 'ImportDeclaration') as Statement[];
    const ended = this.#statements(statements, scope, last);
    if (ended === undefined) throw new ExpressionProblem('other', 'The expression does not return a value.');
    return ended.value;
  }

  /** `let` makes a new scope for what follows; the value of `last`, when it is an expression, is the result. */
  #statements(statements: readonly Statement[], outer: Scope, last?: AnyNode): Ended | undefined {
    let scope = outer;
    for (const statement of statements) {
      if (statement.type === 'VariableDeclaration') {
        for (const { id, init } of statement.declarations) {
          if (id.type !== 'Identifier' || init == null) continue;
          scope = new Map([...scope, [id.name, this.#value(init, scope)]]);
        }
        continue;
      }
      const ended = this.#statement(statement, scope, statement === last);
      if (ended !== undefined) return ended;
    }
    return undefined;
  }

  #statement(statement: Statement, scope: Scope, isLast: boolean): Ended | undefined {
    switch (statement.type) {
      case 'ExpressionStatement': {
        const value = this.#value(statement.expression, scope);
        return isLast ? { value } : undefined;
      }
      case 'ReturnStatement':
        return { value: statement.argument == null ? null : this.#value(statement.argument, scope) };
      case 'IfStatement': {
        const chosen = isTruthy(this.#value(statement.test, scope)) ? statement.consequent : statement.alternate;
        return chosen == null ? undefined : this.#statement(chosen, scope, false);
      }
      case 'BlockStatement':
        return this.#statements(statement.body, scope);
      default:
        return undefined;
    }
  }

  #value(node: Expression | Super, scope: Scope): Value {
    this.#meter.step();
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean'
          ? node.value
          : null;
      case 'TemplateLiteral':
        return node.quasis
          .map(({ value }, at) => {
            const inserted = node.expressions[at];
            return `${value.cooked ?? ''}${inserted === undefined ? '' : asText(this.#value(inserted, scope))}`;
          })
          .join('');
      case 'Identifier':
        return this.#variable(node.name, scope, node);
      case 'ChainExpression':
        return this.#value(node.expression, scope);
      case 'MemberExpression':
        return this.#member(node, scope);
      case 'CallExpression':
        return this.#call(node, scope);
      case 'NewExpression':
        return this.#construct(node, scope);
      case 'UnaryExpression':
        return this.#unary(node.operator, node.argument, scope);
      case 'BinaryExpression':
        return this.#located(node, () => {
          const left = node.left.type === 'PrivateIdentifier' ? null : this.#value(node.left, scope);
          return binary(node.operator, left, this.#value(node.right, scope));
        });
      case 'LogicalExpression': {
        const left = this.#value(node.left, scope);
        const decided = node.operator === '??' ? left !== null : isTruthy(left) === (node.operator === '||');
        return decided ? left : this.#value(node.right, scope);
      }
      case 'ConditionalExpression':
        return this.#value(isTruthy(this.#value(node.test, scope)) ? node.consequent : node.alternate, scope);
      case 'ArrayExpression':
        return node.elements.map((entry) => this.#argument(entry, scope));
      case 'ObjectExpression':
        return new Map(
          node.properties.flatMap((property) =>
            property.type === 'Property' ? [[keyOf(property.key), this.#value(property.value, scope)] as const] : [],
          ),
        );
      case 'ArrowFunctionExpression':
        return {
          kind: 'function',
          call: (args) => {
            const names = node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : ''));
            const inner = new Map([...scope, ...names.map((name, at) => [name, args[at] ?? null] as const)]);
            if (node.body.type !== 'BlockStatement') return this.#value(node.body, inner);
            return this.#statements(node.body.body, inner)?.value ?? null;
          },
        };
      default:
        throw new ExpressionProblem('syntax', `Jira expressions have no ${node.type}.`);
    }
  }

  #variable(name: string, scope: Scope, node: AnyNode): Value {
    const value = scope.get(name);
    if (value !== undefined) return value;
    const names = [...this.#around.variables.keys()].sort().join(', ');
    throw this.#failed(node, `Unrecognized variable: "${name}". Available context variables are: ${names}`);
  }

  #member(node: MemberExpression, scope: Scope): Value {
    const object = this.#value(node.object, scope);
    const key = this.#keyOf(node, scope);
    if (isList(object) && typeof key === 'number') return object[key] ?? this.#outside(node, key, object.length);
    const name = typeof key === 'string' ? key : asText(key);
    const member = this.#located(node, () => memberOf(object, name, this.#meter, this.#around.zone));
    if (member !== undefined) return member;
    if (node.optional) return null;
    throw this.#failed(node, this.#missingMember(node, object, name));
  }

  #outside(node: MemberExpression, at: number, length: number): Value {
    if (node.optional) return null;
    throw this.#failed(node, `Index out of bounds: ${at}, the list has ${length} items.`);
  }

  #keyOf(node: MemberExpression, scope: Scope): Value {
    if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : '';
    return node.property.type === 'PrivateIdentifier' ? '' : this.#value(node.property, scope);
  }

  #missingMember(node: MemberExpression, object: Value, name: string): string {
    if (object === null) return 'Type null does not have any properties.';
    const computed = node.computed ? ` (${this.#parsed.textOf(node.property)})` : '';
    const known = [...memberNames(object)].sort().map((entry) => `'${entry}'`);
    return (
      `Unrecognized property of \`${this.#parsed.textOf(node.object)}\`: "${name}"${computed}. ` +
      `Available properties of type '${typeNameOf(object)}' are: ${known.join(', ')}`
    );
  }

  #call(node: Extract<Expression, { type: 'CallExpression' }>, scope: Scope): Value {
    const callee = this.#value(node.callee, scope);
    // After `?.` there may be nothing to call.
    const optional = node.optional || (node.callee.type === 'MemberExpression' && node.callee.optional);
    if (callee === null && optional) return null;
    if (!hasKind(callee, 'function')) {
      throw this.#failed(node, `\`${this.#parsed.textOf(node.callee)}\` is not a function.`);
    }
    const args = node.arguments.map((argument) => this.#argument(argument, scope));
    return this.#located(node, () => callee.call(args));
  }

  #construct(node: Extract<Expression, { type: 'NewExpression' }>, scope: Scope): Value {
    const name = node.callee.type === 'Identifier' ? node.callee.name : '';
    const args = node.arguments.map((argument) => this.#argument(argument, scope));
    const made = this.#located(node, () => this.#around.construct(name, args, this.#meter));
    if (made === undefined) throw this.#failed(node, `There is no type ${this.#parsed.textOf(node.callee)}.`);
    return made;
  }

  #argument(node: Expression | { readonly type: 'SpreadElement' } | null, scope: Scope): Value {
    if (node === null || node.type === 'SpreadElement') throw new ExpressionProblem('syntax', 'A list has no gaps.');
    return this.#value(node, scope);
  }

  #unary(operator: string, operand: Expression, scope: Scope): Value {
    if (operator === 'typeof' && operand.type === 'Identifier' && !scope.has(operand.name)) return 'undefined';
    const value = this.#value(operand, scope);
    if (operator === 'typeof') return typeNameOf(value);
    if (operator === '!') return !isTruthy(value);
    if (typeof value !== 'number') throw this.#failed(operand, `Can't apply ${operator} to ${typeNameOf(value)}.`);
    return operator === '-' ? -value : value;
  }

  /** Adds the part of the expression to a problem that has none yet. */
  #located<Result>(node: AnyNode, run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ExpressionProblem) || error.place.expression !== undefined) throw error;
      throw this.#failed(node, error.message, error.kind);
    }
  }

  #failed(node: AnyNode, message: string, kind: ExpressionProblem['kind'] = 'other'): ExpressionProblem {
    return new ExpressionProblem(kind, message, { expression: this.#parsed.textOf(node) });
  }
}

function keyOf(key: Expression | { readonly type: 'PrivateIdentifier' }): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}
