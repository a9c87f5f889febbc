import { z } from 'zod';

/**
 * What the Forge host reads of a manifest. Every object is strict: a property that the host would not honour is refused
 * at deploy by its name instead of being ignored.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/
 */
const text = z.union([z.string(), z.strictObject({ i18n: z.string() })]);
const resolver = z.strictObject({ function: z.string() });
/** A screen of a workflow rule; UI Kit is not supported there by Atlassian (`render: native`), an iframe is the default. */
const ruleScreen = z.strictObject({ resource: z.string(), renderRuntimeType: z.literal('iframe').optional() });
const ruleModule = {
  key: z.string().regex(/^[a-zA-Z0-9_-]+$/),
  name: text,
  description: text,
  projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).optional(),
  configurationDescription: z.strictObject({ expression: z.string() }).optional(),
  resolver: resolver.optional(),
  create: ruleScreen.optional(),
  edit: ruleScreen.optional(),
  view: ruleScreen.optional(),
};
/**
 * A field that is shown by its formatter, and edited as its data type is; of the others neither what renders them nor what
 * computes, validates, parses or suggests their values is supported.
 */
const customField = z
  .strictObject({
    key: z.string().regex(/^[a-zA-Z0-9_-]+$/),
    name: text,
    description: text,
    type: z.enum(['string', 'user', 'object']),
    collection: z.enum(['none', 'list']).optional(),
    readOnly: z.boolean().optional(),
    view: z
      .strictObject({
        formatter: z.strictObject({ expression: z.string(), export: z.boolean().optional() }),
      })
      .optional(),
    schema: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(
    ({ type, view }) => type !== 'object' || view !== undefined,
    'an object field has a view.formatter.expression',
  )
  .refine(({ type, schema }) => type === 'object' || schema === undefined, 'schema is for object fields only')
  .refine(
    ({ type, collection }) => collection !== 'list' || type === 'user',
    'The sandbox supports lists of users only',
  )
  // `type` is what the host calls the type of a module.
  .transform(({ type, ...rest }) => ({ ...rest, dataType: type }));
const filter = z.strictObject({ ignoreSelf: z.boolean().optional() });
const unlicensedAccess = z.array(z.enum(['unlicensed', 'anonymous'])).optional();
const page = {
  key: z.string(),
  title: text,
  resource: z.string(),
  resolver: resolver.optional(),
  icon: z.string().optional(),
};
const fullPage = z.strictObject({
  ...page,
  layout: z.enum(['basic', 'blank', 'native']).optional(),
  useAsConfig: z.boolean().optional(),
  useAsGetStarted: z.boolean().optional(),
});

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/#outputs and the manifest's schema */
const staticOutput = z.strictObject({
  key: z.string().max(255),
  statusCode: z.number().int().min(200).max(599),
  contentType: z.string().max(255).optional(),
  body: z.string().max(1024).optional(),
});

/** Module types with the properties that the host supports. */
export const MODULE_SCHEMAS = {
  'jira:workflowValidator': z
    .strictObject({
      ...ruleModule,
      function: z.string().optional(),
      expression: z.string().optional(),
      errorMessage: z.union([text, z.strictObject({ expression: z.string() })]).optional(),
    })
    .refine(
      (module) => (module.function === undefined) !== (module.expression === undefined),
      'a validator has either a function or an expression',
    ),
  'jira:workflowCondition': z.strictObject({ ...ruleModule, expression: z.string() }),
  // Of the other actions of the manifest's schema Atlassian documents neither when they run nor what they are given.
  'jira:actionValidator': z.strictObject({
    key: z.string().regex(/^[a-zA-Z0-9_-]+$/),
    action: z.literal('workItemTypeChanged'),
    expression: z.string(),
    errorMessage: text.optional(),
  }),
  'jira:customField': customField,
  'jira:issuePanel': z.strictObject({
    ...page,
    viewportSize: z.enum(['small', 'medium', 'large', 'xlarge', 'max']).optional(),
    allowMultiple: z.boolean().optional(),
  }),
  'jira:adminPage': fullPage,
  'jira:globalPage': fullPage,
  'jira:projectPage': fullPage,
  macro: z.strictObject({
    ...page,
    description: text.optional(),
    category: z.string().optional(),
    categories: z.array(z.string()).optional(),
    layout: z.enum(['block', 'inline']).optional(),
    adfExport: z.strictObject({ function: z.string() }).optional(),
    unlicensedAccess,
  }),
  trigger: z.strictObject({
    key: z.string(),
    function: z.string(),
    events: z.array(z.string()).min(1),
    filter: filter.optional(),
  }),
  scheduledTrigger: z.strictObject({
    key: z.string(),
    function: z.string(),
    interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
  }),
  // A trigger that says nothing of its response is dynamic.
  webtrigger: z.strictObject({
    key: z.string().regex(/^[a-zA-Z0-9_-]+$/),
    function: z.string(),
    urlFormat: z.enum(['v1', 'v2']).optional(),
    response: z.strictObject(
      {
        type: z.literal('static', 'The sandbox does not support dynamic web triggers'),
        outputs: z.array(staticOutput).min(1).max(20),
      },
      'The sandbox does not support dynamic web triggers',
    ),
  }),
  consumer: z.strictObject({ key: z.string(), queue: z.string().max(36), function: z.string() }),
  function: z.strictObject({
    key: z.string().max(23),
    handler: z.string(),
    timeoutSeconds: z.number().int().min(1).max(900).optional(),
    runtime: z.strictObject({ memoryMB: z.number() }).optional(),
  }),
} as const;

export type ModuleType = keyof typeof MODULE_SCHEMAS;

const attributeType = z.enum(['string', 'integer', 'float', 'boolean', 'any']);
const entity = z.strictObject({
  name: z.string().regex(/^[a-z0-9:.][a-z0-9:\-_.]*$/),
  attributes: z.record(z.string().regex(/^[_A-Za-z][_0-9A-Za-z]{0,29}$/), z.strictObject({ type: attributeType })),
  indexes: z
    .array(
      z.union([
        z.string(),
        z.strictObject({
          name: z.string().refine((name) => name !== 'by-key', 'the index name by-key is reserved'),
          range: z.array(z.string()).length(1),
          partition: z.array(z.string()).optional(),
        }),
      ]),
    )
    .max(7)
    .optional(),
});

export const manifestSchema = z.strictObject({
  app: z.strictObject({
    id: z.string().regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/),
    // Node's version, architecture and memory are those of the machine.
    runtime: z.looseObject({ name: z.string() }).optional(),
    compatibility: z.record(z.string(), z.strictObject({ required: z.boolean() })).optional(),
    storage: z.strictObject({ entities: z.array(entity).max(20).optional() }).optional(),
  }),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
  resources: z
    .array(z.strictObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }))
    .optional(),
  permissions: z.strictObject({
    content: z.unknown().optional(),
    external: z.unknown().optional(),
    scopes: z
      .union([
        z.array(z.string()),
        z.record(z.string(), z.strictObject({ allowImpersonation: z.boolean().optional() })),
      ])
      .optional(),
  }),
});

export type ManifestDocument = z.infer<typeof manifestSchema>;
export type ModuleDefinition<T extends ModuleType> = z.infer<(typeof MODULE_SCHEMAS)[T]>;
