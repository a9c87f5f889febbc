import type { EntityDefinition } from './entity-definition';
import { KvsRefusal } from './kvs-refusal';
import type { KvsCondition, KvsFilters } from './kvs-requests';

const MAX_CONDITIONS = 100;
const VALUE_COUNT: Partial<Record<KvsCondition['condition'], number>> = { BETWEEN: 2 };

type Scalar = string | number | boolean;

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function compares(value: unknown, bound: Scalar | undefined, holds: (left: Scalar, right: Scalar) => boolean): boolean {
  return isScalar(value) && bound !== undefined && typeof value === typeof bound && holds(value, bound);
}

/** Whether one attribute meets a condition. A missing attribute (`undefined`) meets NOT_EXISTS and nothing else. */
export function meets(value: unknown, condition: Pick<KvsCondition, 'condition' | 'values'>): boolean {
  const [first, second] = condition.values;
  switch (condition.condition) {
    case 'EXISTS':
      return value !== undefined;
    case 'NOT_EXISTS':
      return value === undefined;
    case 'EQUAL_TO':
      return value !== undefined && value === first;
    case 'NOT_EQUAL_TO':
      return value !== undefined && value !== first;
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'CONTAINS':
      return typeof value === 'string' && value.includes(String(first));
    case 'NOT_CONTAINS':
      return typeof value === 'string' && !value.includes(String(first));
    case 'GREATER_THAN':
      return compares(value, first, (left, right) => left > right);
    case 'GREATER_THAN_EQUAL_TO':
      return compares(value, first, (left, right) => left >= right);
    case 'LESS_THAN':
      return compares(value, first, (left, right) => left < right);
    case 'LESS_THAN_EQUAL_TO':
      return compares(value, first, (left, right) => left <= right);
    case 'BETWEEN':
      return (
        compares(value, first, (left, right) => left >= right) &&
        compares(value, second, (left, right) => left <= right)
      );
  }
}

/** Refuses a condition on an attribute that is unknown or of type `any` (422), or with the wrong number of values. */
export function checkCondition(entity: EntityDefinition, condition: KvsCondition): void {
  const type = entity.attributes.get(condition.property);
  if (type === undefined) {
    throw new KvsRefusal(
      400,
      'INVALID_FILTER_CONDITION',
      `Entity ${entity.name} has no attribute ${condition.property}.`,
    );
  }
  if (type === 'any') {
    throw new KvsRefusal(
      422,
      'INVALID_FILTER_CONDITION',
      `Attribute ${condition.property} is of type any: no conditions.`,
    );
  }
  if (condition.values.length < (VALUE_COUNT[condition.condition] ?? 1)) {
    throw new KvsRefusal(400, 'INSUFFICIENT_FILTER_VALUES', `${condition.condition} needs more values.`);
  }
}

/** A predicate over entity values (`undefined` when there is no row), after checking the filters against the entity. */
export function readFilters(entity: EntityDefinition, filters: KvsFilters): (value: unknown) => boolean {
  const { and, or } = filters;
  if (and !== undefined && or !== undefined) {
    throw new KvsRefusal(
      400,
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be combined.',
    );
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) {
    throw new KvsRefusal(400, 'EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  }
  if (conditions.length > MAX_CONDITIONS) {
    throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', `A query has at most ${MAX_CONDITIONS} conditions.`);
  }
  conditions.forEach((condition) => checkCondition(entity, condition));
  const attribute = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  return (value) =>
    and !== undefined
      ? conditions.every((condition) => meets(attribute(value, condition.property), condition))
      : conditions.some((condition) => meets(attribute(value, condition.property), condition));
}
