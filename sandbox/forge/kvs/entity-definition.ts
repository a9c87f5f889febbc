import { KvsRefusal } from './kvs-refusal';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityIndex {
  readonly name: string;
  readonly partition: readonly string[];
  readonly range: string;
}

/** A custom entity as the manifest declares it (`app.storage.entities`). */
export interface EntityDefinition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: readonly EntityIndex[];
}

const MAX_INTEGER = 2_147_483_647;

function isOfType(value: unknown, type: AttributeType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) <= MAX_INTEGER + ((value as number) < 0 ? 1 : 0);
    case 'float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return value !== null && value !== undefined;
  }
}

/**
 * Refuses a value that is not an object of the declared attributes and their types.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#values
 */
export function checkEntityValue(entity: EntityDefinition, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KvsRefusal(400, 'INVALID_ENTITY_VALUE', `A value of entity ${entity.name} must be an object.`);
  }
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes.get(name);
    if (type === undefined) {
      throw new KvsRefusal(400, 'INVALID_ENTITY_ATTRIBUTE', `Entity ${entity.name} declares no attribute ${name}.`);
    }
    if (!isOfType(attribute, type)) {
      throw new KvsRefusal(
        400,
        'INVALID_ENTITY_VALUE',
        `Attribute ${name} of entity ${entity.name} must be of type ${type}.`,
      );
    }
  }
}

export function requireEntity(entities: ReadonlyMap<string, EntityDefinition>, name: string): EntityDefinition {
  const entity = entities.get(name);
  if (entity === undefined) {
    throw new KvsRefusal(400, 'INVALID_ENTITY_TYPE', `The manifest declares no entity ${name}.`);
  }
  return entity;
}
