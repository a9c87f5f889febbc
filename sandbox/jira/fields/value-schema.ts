/** The JSON schema of an object field: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#object-type */
import { Ajv, type ValidateFunction } from 'ajv';
import { isObject } from '../document';

type Schema = Readonly<Record<string, unknown>>;

/** Atlassian's keywords stand beside those of JSON Schema. */
function validator(): Ajv {
  return new Ajv({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
}

export interface ValueSchemas {
  /** Why a value does not fit a schema, in words; undefined when it does. */
  problemWith(schema: Schema, value: unknown): string | undefined;
}

/** Compiles each schema once: that takes far longer than to check a value. */
export function createValueSchemas(): ValueSchemas {
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (schema: Schema): ValidateFunction => {
    const text = JSON.stringify(schema);
    const validate = compiled.get(text) ?? validator().compile(schema);
    compiled.set(text, validate);
    return validate;
  };
  return {
    problemWith: (schema, value) => {
      const validate = validatorOf(schema);
      if (validate(value)) return undefined;
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'value'} ${message ?? ''}`).join('; '); // prettier-ignore
    },
  };
}

/** Why a manifest cannot have this schema, in words; undefined when it can. */
export function unusableSchema(schema: Schema): string | undefined {
  if (JSON.stringify(schema).includes('"format":')) return 'The sandbox does not support the keyword format';
  try {
    validator().compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How JQL looks at a property with a `searchAlias`. */
export interface SearchAlias {
  readonly alias: string;
  /** Where the property is in the value. */
  readonly path: readonly string[];
  readonly type: 'string' | 'number' | 'text' | 'user' | 'date';
}

const TYPES: Readonly<Record<string, SearchAlias['type']>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'string',
};

/**
 * The properties of a schema that JQL can name. Those of other types are ignored, and so are pairs with the same name and
 * different types, as documented. How `searchType` works on a list is not documented: the type of the items decides.
 */
export function searchAliases(schema: Schema, path: readonly string[] = []): readonly SearchAlias[] {
  const found = Object.entries(isObject(schema['properties']) ? schema['properties'] : {}).flatMap(
    ([name, property]) => (isObject(property) ? aliasesOf(property, [...path, name]) : []),
  );
  return found.filter(
    (one) => !found.some((other) => sameAlias(one, other) && (one.type !== other.type || one.path.join() !== other.path.join())), // prettier-ignore
  );
}

function sameAlias(one: SearchAlias, other: SearchAlias): boolean {
  return one.alias.toLowerCase() === other.alias.toLowerCase();
}

function aliasesOf(property: Schema, path: readonly string[]): readonly SearchAlias[] {
  const nested = property['type'] === 'object' ? searchAliases(property, path) : [];
  const { searchAlias: alias } = property;
  const type = typeOf(property);
  return typeof alias !== 'string' || type === undefined ? nested : [{ alias, path, type }, ...nested];
}

function typeOf(property: Schema): SearchAlias['type'] | undefined {
  const { type, searchType, items } = property;
  if (type === 'array') return isObject(items) && searchType === undefined ? typeOf(items) : undefined;
  if (type !== 'string') return typeof type === 'string' ? TYPES[type] : undefined;
  if (searchType === undefined) return 'string';
  return searchType === 'text' || searchType === 'user' || searchType === 'date' ? searchType : undefined;
}
