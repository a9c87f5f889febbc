/**
 * Type-checks a parsed expression and counts what it may cost (`check=type` and `check=complexity`, both experimental on
 * Atlassian). What is unknown, such as a custom field, fits everywhere: only what is sure to fail is a problem.
 */
import type { AnyNode, Expression, MemberExpression, Statement, Super } from 'acorn';
import { ExpressionCost } from './expression-cost';
import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import { ANY, either, listOf, named, typeText } from './expression-type';
import type { ExpressionType } from './expression-type';
import { listMethod } from './list-types';
import type { ParsedExpression } from './parse-expression';
import { membersOfType } from './type-catalogue';

export interface TypeCheck {
  readonly type: ExpressionType;
  readonly cost: ExpressionCost;
}

type Scope = ReadonlyMap<string, ExpressionType>;

const CONSTRUCTED: readonly string[] = ['Date', 'CalendarDate', 'User', 'Issue', 'Project', 'RichText'];
const LOADED: readonly string[] = ['User', 'Issue', 'Project'];

/** @throws ExpressionProblem of the kind `type` for what would fail whenever it is evaluated */
export function checkTypes(parsed: ParsedExpression, variables: Scope): TypeCheck {
  const cost = new ExpressionCost();
  const checker = new TypeChecker(parsed, cost);
  return { type: checker.statements(parsed.program.body as Statement[], variables, true), cost };
}

class TypeChecker {
  readonly #parsed: ParsedExpression;
  readonly #cost: ExpressionCost;

  constructor(parsed: ParsedExpression, cost: ExpressionCost) {
    this.#parsed = parsed;
    this.#cost = cost;
  }

  /** The type of what the statements return; with `yields`, of the last expression as well. */
  statements(statements: readonly Statement[], outer: Scope, yields: boolean): ExpressionType {
    let scope = outer;
    let result: ExpressionType | undefined;
    const add = (type: ExpressionType | undefined): void => {
      if (type !== undefined) result = result === undefined ? type : either(result, type);
    };
    const last = statements.filter(({ type }) => type !== 'EmptyStatement').at(-1);
    for (const statement of statements) {
      if (statement.type === 'VariableDeclaration') {
        for (const { id, init } of statement.declarations) {
          if (id.type === 'Identifier' && init != null) scope = new Map([...scope, [id.name, this.#type(init, scope)]]);
        }
      } else add(this.#statement(statement, scope, yields && statement === last));
    }
    return result ?? named('null');
  }

  #statement(statement: Statement, scope: Scope, yields: boolean): ExpressionType | undefined {
    switch (statement.type) {
      case 'ExpressionStatement': {
        const type = this.#type(statement.expression, scope);
        return yields ? type : undefined;
      }
      case 'ReturnStatement':
        return statement.argument == null ? named('null') : this.#type(statement.argument, scope);
      case 'BlockStatement':
        return this.statements(statement.body, scope, false);
      case 'IfStatement': {
        this.#type(statement.test, scope);
        const one = this.#statement(statement.consequent, scope, false);
        const other = statement.alternate == null ? undefined : this.#statement(statement.alternate, scope, false);
        return one === undefined || other === undefined ? (one ?? other) : either(one, other);
      }
      default:
        return undefined;
    }
  }

  #type(node: Expression | Super, scope: Scope): ExpressionType {
    switch (node.type) {
      case 'Literal':
        return literalType(node.value);
      case 'TemplateLiteral':
        node.expressions.forEach((expression) => this.#type(expression, scope));
        return named('String');
      case 'Identifier':
        return this.#variable(node.name, node, scope);
      case 'ChainExpression':
        return this.#type(node.expression, scope);
      case 'MemberExpression':
        return this.#member(node, scope);
      case 'CallExpression':
        return this.#call(node, scope);
      case 'NewExpression': {
        node.arguments.forEach((argument) => this.#argument(argument, scope));
        const name = node.callee.type === 'Identifier' ? node.callee.name : '';
        if (name === 'Map') return { kind: 'map', entries: undefined };
        if (!CONSTRUCTED.includes(name))
          throw this.#problem(node, `There is no type ${this.#parsed.textOf(node.callee)}.`);
        if (LOADED.includes(name)) this.#cost.add();
        return named(name);
      }
      case 'UnaryExpression': {
        if (node.operator === 'typeof' && node.argument.type === 'Identifier') return named('String');
        this.#type(node.argument, scope);
        return named(node.operator === '!' ? 'Boolean' : node.operator === 'typeof' ? 'String' : 'Number');
      }
      case 'BinaryExpression': {
        const left = node.left.type === 'PrivateIdentifier' ? ANY : this.#type(node.left, scope);
        return this.#binary(node, node.operator, left, this.#type(node.right, scope));
      }
      case 'LogicalExpression':
        return either(this.#type(node.left, scope), this.#type(node.right, scope));
      case 'ConditionalExpression':
        this.#type(node.test, scope);
        return either(this.#type(node.consequent, scope), this.#type(node.alternate, scope));
      case 'ArrayExpression': {
        const types = node.elements.map((element) => this.#argument(element, scope));
        return listOf(types.length === 0 ? ANY : types.reduce(either));
      }
      case 'ObjectExpression':
        return { kind: 'map', entries: new Map(node.properties.flatMap((property) => this.#entry(property, scope))) };
      case 'ArrowFunctionExpression':
        return {
          kind: 'function',
          apply: (args) => {
            const names = node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : ''));
            const inner = new Map([...scope, ...names.map((name, at) => [name, args[at] ?? ANY] as const)]);
            return node.body.type === 'BlockStatement'
              ? this.statements(node.body.body, inner, false)
              : this.#type(node.body, inner);
          },
        };
      default:
        return ANY;
    }
  }

  #entry(
    property: Extract<Expression, { type: 'ObjectExpression' }>['properties'][number],
    scope: Scope,
  ): readonly (readonly [string, ExpressionType])[] {
    if (property.type !== 'Property') return [];
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    return [[name, this.#type(property.value, scope)]];
  }

  #variable(name: string, node: AnyNode, scope: Scope): ExpressionType {
    const type = scope.get(name);
    if (type !== undefined) return type;
    throw this.#problem(node, `Unrecognized variable: "${name}".`);
  }

  #member(node: MemberExpression, scope: Scope): ExpressionType {
    const object = this.#type(node.object, scope);
    const { property } = node;
    if (node.computed && property.type !== 'PrivateIdentifier') {
      const key = this.#type(property, scope);
      if (object.kind === 'list' && typeText(key) === 'Number') return object.of;
      if (property.type !== 'Literal' || typeof property.value !== 'string') return ANY;
      return this.#named(node, object, property.value);
    }
    return this.#named(node, object, property.type === 'Identifier' ? property.name : '');
  }

  #named(node: MemberExpression, object: ExpressionType, name: string): ExpressionType {
    if (object.kind === 'any') return ANY;
    if (object.kind === 'map') return this.#entryType(node, object, name);
    if (object.kind === 'list') {
      if (name === 'length') return named('Number');
      const source = this.#parsed.textOf(node.object);
      const apply = listMethod(name, object.of, (run) => this.#cost.perItem(source, run));
      return apply === undefined ? this.#missing(node, object, name) : { kind: 'function', apply };
    }
    const typeName = typeText(object);
    const members = membersOfType(typeName);
    if (members === undefined) throw new UnsupportedExpression(`the type ${typeName}`);
    const member = members.get(name);
    if (member === undefined) return this.#unlisted(node, object, name);
    if (member.isExpensive) this.#cost.add();
    return member.isMethod ? { kind: 'function', apply: () => member.type } : member.type;
  }

  #entryType(node: MemberExpression, object: Extract<ExpressionType, { kind: 'map' }>, name: string): ExpressionType {
    const entry = object.entries?.get(name);
    if (entry !== undefined) return entry;
    if (name === 'get') return { kind: 'function', apply: () => ANY };
    if (name === 'set') return { kind: 'function', apply: () => ({ kind: 'map', entries: undefined }) };
    if (name === 'entries') return { kind: 'function', apply: () => listOf(ANY) };
    return object.entries === undefined ? ANY : this.#missing(node, object, name);
  }

  /** Custom fields and entity properties have names of their own. */
  #unlisted(node: MemberExpression, object: ExpressionType, name: string): ExpressionType {
    const typeName = typeText(object);
    if (typeName === 'EntityProperties') {
      this.#cost.add();
      return ANY;
    }
    if (typeName === 'Issue' && /^customfield_\d+$/.test(name)) return ANY;
    return this.#missing(node, object, name);
  }

  #missing(node: MemberExpression, object: ExpressionType, name: string): ExpressionType {
    if (node.optional) return named('null');
    const source = this.#parsed.textOf(node.object);
    throw this.#problem(
      node,
      `Unrecognized property of \`${source}\`: "${name}", which is of the type ${typeText(object)}.`,
    );
  }

  #call(node: Extract<Expression, { type: 'CallExpression' }>, scope: Scope): ExpressionType {
    if (node.callee.type === 'Identifier' && node.callee.name === 'Number' && !scope.has('Number')) {
      node.arguments.forEach((argument) => this.#argument(argument, scope));
      return named('Number');
    }
    const callee = this.#type(node.callee, scope);
    const args = node.arguments.map((argument) => this.#argument(argument, scope));
    if (callee.kind === 'function') return callee.apply(args);
    if (callee.kind === 'any' || typeText(callee) === 'null') return ANY;
    throw this.#problem(node, `\`${this.#parsed.textOf(node.callee)}\` is not a function.`);
  }

  #argument(node: Expression | { readonly type: 'SpreadElement' } | null, scope: Scope): ExpressionType {
    return node === null || node.type === 'SpreadElement' ? ANY : this.#type(node, scope);
  }

  #binary(node: AnyNode, operator: string, left: ExpressionType, right: ExpressionType): ExpressionType {
    if (operator === '==' || operator === '!=') return named('Boolean');
    const [one, other] = [typeText(left), typeText(right)];
    const unknown = left.kind === 'any' || right.kind === 'any';
    if (['<', '>', '<=', '>='].includes(operator)) {
      if (!unknown && one !== other) throw this.#problem(node, `Can't compare ${one} to ${other}.`);
      return named('Boolean');
    }
    if (operator === '+' && (one === 'String' || other === 'String')) return named('String');
    if (!unknown && (one !== 'Number' || other !== 'Number')) {
      throw this.#problem(node, `Can't apply ${operator} to ${one} and ${other}.`);
    }
    return operator === '+' && unknown ? ANY : named('Number');
  }

  #problem(node: AnyNode, message: string): ExpressionProblem {
    return new ExpressionProblem('type', message, { expression: this.#parsed.textOf(node) });
  }
}

function literalType(value: unknown): ExpressionType {
  if (typeof value === 'string') return named('String');
  if (typeof value === 'number') return named('Number');
  return named(typeof value === 'boolean' ? 'Boolean' : 'null');
}
