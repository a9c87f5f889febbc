/** Checks requests and answers against an OpenAPI 3.0 document with ajv. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface ContractOperation {
  /** Parameters that the operation does not have or misses, and what is wrong with the body. */
  requestProblems(body: unknown): readonly string[];
  answerProblems(answer: Answer): readonly string[];
}

export interface OpenApiContract {
  /** The operation behind a path with its query. Throws when the document has none. */
  operation(method: string, pathWithQuery: string): ContractOperation;
}

const contentSchema = z.object({
  content: z.record(z.string(), z.looseObject({})).optional(),
  required: z.boolean().optional(),
});
const reference = z.object({ $ref: z.string().startsWith('#/') });
const valueSchema = z.object({ type: z.string().optional(), enum: z.array(z.unknown()).optional() });
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: valueSchema.extend({ items: valueSchema.optional() }).optional(),
});
const operationSchema = z.object({
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.union([reference, contentSchema]).optional(),
  responses: z.record(z.string(), contentSchema),
});
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

/**
 * Formats are not checked: Jira's document calls its own dates `date-time`.
 * @param options.closed Takes an object whose properties are listed to have no others, also where the document leaves that
 *   open: a name that is written wrong is then found.
 */
export function readContract(file: string, { closed = false } = {}): OpenApiContract {
  const document = documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (closed) closeSchemas(document.components.schemas);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, 'contract', undefined, false);

  const compiled = new Map<string, ValidateFunction>();
  const problems = (pointer: readonly string[], value: unknown): readonly string[] => {
    const path = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = compiled.get(path) ?? ajv.compile({ $ref: `contract#/${path}` });
    compiled.set(path, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };

  return {
    operation: (method, pathWithQuery) => {
      const url = new URL(pathWithQuery, 'http://contract');
      const verb = method.toLowerCase();
      const withVerb = Object.entries(document.paths).filter(([, verbs]) => verbs[verb] !== undefined);
      const template = findTemplate(withVerb.map(([path]) => path), url.pathname); // prettier-ignore
      const operation = operationSchema.parse(document.paths[template]?.[verb]);
      const pointer = ['paths', template, verb];
      return {
        requestProblems: (body) => [
          ...parameterProblems(operation.parameters, url),
          ...pathProblems(operation.parameters, template, url.pathname),
          ...(body === undefined
            ? missingBody(operation.requestBody)
            : problems(
                [...bodyPointer(pointer, operation.requestBody), 'content', 'application/json', 'schema'],
                body,
              )),
        ],
        answerProblems: ({ status, body }) => {
          const declared = operation.responses[String(status)];
          if (declared === undefined) return [`the status ${status} is not documented`];
          const hasSchema = declared.content?.['application/json']?.['schema'] !== undefined;
          const parts = ['responses', String(status), 'content', 'application/json', 'schema'];
          return hasSchema ? problems([...pointer, ...parts], body) : [];
        },
      };
    },
  };
}

const COMPOSED = ['allOf', 'anyOf', 'oneOf', 'additionalProperties'];

/** Only where an object is described in one place are the properties there all that it has. */
function closeSchemas(schemas: Record<string, Record<string, unknown>>): void {
  for (const schema of Object.values(schemas)) {
    const isOpen = 'properties' in schema && !COMPOSED.some((key) => Object.hasOwn(schema, key));
    if (isOpen) schema['additionalProperties'] = false;
  }
}

/** Where the request body is described: in place, or under the components of the document. */
function bodyPointer(
  pointer: readonly string[],
  body: z.infer<typeof operationSchema>['requestBody'],
): readonly string[] {
  return body !== undefined && '$ref' in body ? body.$ref.slice(2).split('/') : [...pointer, 'requestBody'];
}

/** The template with the fewest parameters wins, as in OpenAPI. */
function findTemplate(templates: readonly string[], path: string): string {
  const fits = templates.filter((template) => {
    const [wanted, given] = [template.split('/'), path.split('/')];
    return (
      wanted.length === given.length && wanted.every((part, index) => part.startsWith('{') || part === given[index])
    );
  });
  const [best] = fits.sort((one, two) => one.split('{').length - two.split('{').length);
  if (best === undefined) throw new Error(`The contract has no path ${path}`);
  return best;
}

type Parameters = z.infer<typeof operationSchema>['parameters'];

function parameterProblems(parameters: Parameters, url: URL): readonly string[] {
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const known = new Map(queries.map((parameter) => [parameter.name, parameter]));
  const given = new Set(url.searchParams.keys());
  return [
    ...[...given].filter((name) => !known.has(name)).map((name) => `the parameter ${name} is not documented`),
    ...queries
      .filter(({ name, required }) => required === true && !given.has(name))
      .map(({ name }) => `${name} is missing`),
    ...[...url.searchParams].flatMap(([name, value]) => {
      const schema = known.get(name)?.schema;
      return isOfType(value, schema?.items ?? schema) ? [] : [`${name} cannot be ${value}`];
    }),
  ];
}

/** Numbers and words of a list in the path. */
function pathProblems(parameters: Parameters, template: string, path: string): readonly string[] {
  const given = path.split('/');
  return template.split('/').flatMap((part, index) => {
    const parameter = parameters.find(({ name }) => part === `{${name}}`);
    const value = decodeURIComponent(given[index] ?? '');
    return parameter === undefined || isOfType(value, parameter.schema) ? [] : [`${part} cannot be ${value}`];
  });
}

const TYPES: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
};

function isOfType(value: string, schema: z.infer<typeof valueSchema> | undefined): boolean {
  if (schema?.enum !== undefined && !schema.enum.map(String).includes(value)) return false;
  return TYPES[schema?.type ?? '']?.test(value) ?? true;
}

function missingBody(body: z.infer<typeof operationSchema>['requestBody']): readonly string[] {
  return body !== undefined && 'required' in body && body.required === true ? ['the body is missing'] : [];
}
