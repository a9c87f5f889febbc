/**
 * Forbids state at module level: a warm runtime may serve another site next, and would meet what the last one left.
 * Reported are bindings that can be assigned again, collections that can be filled (unless their type says readonly or
 * they are frozen), and every write into something that lives at module level, here or in an imported module.
 */
const COLLECTIONS = new Set(['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Record']);

/** Whether the type as written lets its holder change the value. */
function isMutableType(type) {
  if (type.type === 'TSArrayType' || type.type === 'TSTupleType') return true;
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && COLLECTIONS.has(type.typeName.name);
}

function isConstAssertion({ type, typeAnnotation }) {
  return (
    type === 'TSAsExpression' && typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.name === 'const'
  );
}

/** The expression in which a collection that anybody can fill is made, if there is one. */
function findMutable(expression) {
  switch (expression?.type) {
    case 'ArrayExpression':
      return expression;
    case 'NewExpression':
      return COLLECTIONS.has(expression.callee.name) ? expression : undefined;
    case 'ObjectExpression':
      if (expression.properties.length === 0) return expression;
      return expression.properties
        .map((property) => (property.type === 'Property' ? findMutable(property.value) : undefined))
        .find((found) => found !== undefined);
    case 'TSAsExpression':
      if (isConstAssertion(expression)) return undefined;
      return isMutableType(expression.typeAnnotation) ? expression : undefined;
    case 'TSSatisfiesExpression':
      return findMutable(expression.expression);
    default:
      return undefined;
  }
}

function rootOf(node) {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

export const noModuleState = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      rebindable:
        'Nothing that can be assigned again (`{{kind}}`) at module level: a warm runtime may serve another site next.',
      mutable: 'A collection at module level must be readonly: give it a Readonly type, `as const` or Object.freeze.',
      write: 'This writes into something that lives at module level: a warm runtime may serve another site next.',
    },
  },
  create(context) {
    const { sourceCode } = context;

    function livesAtModuleLevel(identifier) {
      for (let scope = sourceCode.getScope(identifier); scope !== null; scope = scope.upper) {
        const variable = scope.set.get(identifier.name);
        if (variable !== undefined) return scope.type === 'module';
      }
      return false;
    }

    function checkValue(name, annotation, value) {
      const written = annotation?.typeAnnotation;
      const found = written === undefined ? findMutable(value) : isMutableType(written) ? name : undefined;
      if (found !== undefined) context.report({ node: found, messageId: 'mutable' });
    }

    function checkDeclaration(declaration) {
      if (declaration?.type !== 'VariableDeclaration' || declaration.declare === true) return;
      if (declaration.kind !== 'const') {
        context.report({ node: declaration, messageId: 'rebindable', data: { kind: declaration.kind } });
      }
      for (const { id, init } of declaration.declarations) checkValue(id, id.typeAnnotation, init);
    }

    function checkWrite(target) {
      if (target.type !== 'MemberExpression') return;
      const root = rootOf(target);
      if (root.type === 'Identifier' && livesAtModuleLevel(root)) context.report({ node: target, messageId: 'write' });
    }

    return {
      Program({ body }) {
        for (const statement of body) {
          checkDeclaration(statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement);
        }
      },
      'PropertyDefinition[static=true]'(property) {
        if (property.readonly !== true) {
          context.report({ node: property, messageId: 'rebindable', data: { kind: 'static' } });
        }
        checkValue(property.key, property.typeAnnotation, property.value);
      },
      AssignmentExpression: ({ left }) => checkWrite(left),
      UpdateExpression: ({ argument }) => checkWrite(argument),
      'UnaryExpression[operator="delete"]': ({ argument }) => checkWrite(argument),
    };
  },
};
