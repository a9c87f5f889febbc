/**
 * The bodies of POST /rest/api/3/workflows/create and /workflows/update, read strictly: a part that Jira does not have is
 * invalid, a part that the sandbox does not carry out is not supported.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-create-post
 */
import { z } from 'zod';
import { badRequest, unsupported } from '../refusal';
import { statusCategorySchema } from '../state';

export const TRANSITION_SCREEN = 'system:transition-screen';

const layoutSchema = z.strictObject({ x: z.number(), y: z.number() });

const ruleSchema = z.strictObject({
  id: z.string().nullish(),
  ruleKey: z.string().min(1),
  parameters: z.record(z.string(), z.string()).default({}),
});
export type DocumentRule = z.infer<typeof ruleSchema>;

export interface DocumentConditions {
  operation: 'ALL' | 'ANY';
  conditions: DocumentRule[];
  conditionGroups: DocumentConditions[];
}
const conditionsSchema: z.ZodType<DocumentConditions> = z.lazy(() =>
  z.strictObject({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(ruleSchema).default([]),
    conditionGroups: z.array(conditionsSchema).default([]),
  }),
);

const linkSchema = z.strictObject({
  fromStatusReference: z.string(),
  fromPort: z.number().int().nullish(),
  toPort: z.number().int().nullish(),
});

const transitionSchema = z.strictObject({
  id: z.string().regex(/^\d+$/),
  type: z.enum(['INITIAL', 'DIRECTED', 'GLOBAL']),
  name: z.string().min(1),
  description: z.string().default(''),
  toStatusReference: z.string(),
  links: z.array(linkSchema).default([]),
  conditions: conditionsSchema.nullish(),
  validators: z.array(ruleSchema).default([]),
  actions: z.array(ruleSchema).default([]),
  triggers: z.array(z.unknown()).default([]),
  properties: z.record(z.string(), z.string()).default({}),
  customIssueEventId: z.string().nullish(),
  transitionScreen: ruleSchema.nullish(),
});
export type DocumentTransition = z.infer<typeof transitionSchema>;

const bodyShape = {
  description: z.string().default(''),
  startPointLayout: layoutSchema.optional(),
  loopedTransitionContainerLayout: layoutSchema.optional(),
  statuses: z.array(
    z.strictObject({
      statusReference: z.string(),
      layout: layoutSchema.optional(),
      properties: z.record(z.string(), z.string()),
      approvalConfiguration: z.unknown().optional(),
    }),
  ),
  transitions: z.array(transitionSchema).min(1),
};
/** What a workflow consists of, without its name. */
export type WorkflowBody = Omit<CreateDocument['workflows'][number], 'name'>;

const statusSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().min(1).max(255),
  description: z.string().default(''),
  statusCategory: statusCategorySchema,
  statusReference: z.string(),
});
export type DocumentStatus = z.infer<typeof statusSchema>;

const scopeSchema = z.strictObject({
  type: z.enum(['GLOBAL', 'PROJECT']),
  project: z.strictObject({ id: z.string() }).optional(),
});

const createSchema = z.strictObject({
  scope: scopeSchema,
  statuses: z.array(statusSchema),
  workflows: z.array(z.strictObject({ name: z.string().min(1).max(255), ...bodyShape })),
});
export type CreateDocument = z.infer<typeof createSchema>;

const migrationsSchema = z.array(z.strictObject({ oldStatusReference: z.string(), newStatusReference: z.string() }));
export type StatusMigrations = z.infer<typeof migrationsSchema>;

export const versionSchema = z.strictObject({ id: z.string(), versionNumber: z.number().int() });

const updateSchema = z.strictObject({
  statuses: z.array(statusSchema).default([]),
  workflows: z
    .array(
      z.strictObject({
        id: z.string(),
        version: versionSchema,
        ...bodyShape,
        description: z.string().optional(),
        defaultStatusMappings: migrationsSchema.default([]),
        statusMappings: z
          .array(z.strictObject({ projectId: z.string(), issueTypeId: z.string(), statusMigrations: migrationsSchema }))
          .default([]),
      }),
    )
    .min(1),
});
export type UpdateDocument = z.infer<typeof updateSchema>;

/** Throws Jira's 400 for what is no such document, and 501 for what the sandbox does not carry out. */
export function readCreateDocument(body: unknown): CreateDocument {
  const document = read(createSchema, body);
  if (document.scope.type === 'PROJECT') throw unsupported('workflows of team-managed projects');
  document.workflows.forEach(refuseUnsupported);
  return document;
}

/** As `readCreateDocument`. */
export function readUpdateDocument(body: unknown): UpdateDocument {
  const document = read(updateSchema, body);
  document.workflows.forEach(refuseUnsupported);
  return document;
}

function read<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw badRequest(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}

function refuseUnsupported(workflow: Pick<WorkflowBody, 'statuses' | 'transitions'>): void {
  for (const { properties, approvalConfiguration } of workflow.statuses) {
    if (approvalConfiguration !== undefined) throw unsupported('approvalConfiguration of a status');
    const [other] = Object.keys(properties).filter((key) => key !== 'jira.issue.editable');
    if (other !== undefined) throw unsupported(`the status property ${other}`);
  }
  for (const { name, triggers, properties, customIssueEventId, transitionScreen } of workflow.transitions) {
    const screenRule = transitionScreen?.ruleKey ?? TRANSITION_SCREEN;
    if (screenRule !== TRANSITION_SCREEN) throw unsupported(`the screen rule ${screenRule} ('${name}')`);
    if (triggers.length > 0) throw unsupported(`triggers of a transition ('${name}')`);
    if (Object.keys(properties).length > 0) throw unsupported(`properties of a transition ('${name}')`);
    if (customIssueEventId != null) throw unsupported(`customIssueEventId of a transition ('${name}')`);
  }
}
