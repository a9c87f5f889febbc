import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import type { ValidateFunction } from 'ajv';

/**
 * Checks documents against Atlassian's own JSON schema of the Atlassian Document Format
 * (`@atlaskit/adf-schema`, `dist/json-schema/v1/full.json`).
 */
export interface AdfValidator {
  /** Undefined when the value is a valid document, otherwise where and why it is not, in one line. */
  problemWith(document: unknown): string | undefined;
}

export function createAdfValidator(): AdfValidator {
  let validate: ValidateFunction | undefined;
  return {
    problemWith(document) {
      // Compiling takes a moment; a site on which nobody writes a page need not wait for it.
      validate ??= compile();
      if (validate(document)) return undefined;
      // Alternatives that do not apply also report; the deepest complaint belongs to the one that came closest.
      const errors = [...(validate.errors ?? [])];
      errors.sort((left, right) => right.instancePath.length - left.instancePath.length);
      const closest = errors[0];
      return closest === undefined ? 'invalid' : `${closest.instancePath || '/'} ${closest.message ?? 'is invalid'}`;
    },
  };
}

function compile(): ValidateFunction {
  const schema: unknown = createRequire(import.meta.url)('@atlaskit/adf-schema/dist/json-schema/v1/full.json');
  if (typeof schema !== 'object' || schema === null) throw new Error('The ADF schema is not an object');
  // To inline and polish the code of so large a schema takes several times as long as all the documents that it will check.
  return new Ajv({ strict: false, inlineRefs: false, code: { optimize: false } }).compile(schema);
}
