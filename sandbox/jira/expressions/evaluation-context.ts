/** The context variables that a caller of `POST /rest/api/3/expression/evaluate` asks for. */
import { z } from 'zod';
import { requireIssue, requireProject } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, notFound, unsupported } from '../refusal';
import { issueObject } from './issue-object';
import { projectObject, userObject } from './jira-objects';
import { fromJson } from './values';
import type { Value } from './values';

const idOrKeySchema = z.strictObject({ id: z.union([z.number(), z.string()]).optional(), key: z.string().optional() });

interface CustomVariable {
  readonly type: string;
  readonly accountId?: string | undefined;
  readonly id?: number | string | undefined;
  readonly key?: string | undefined;
  readonly value?: unknown;
}
const customSchema: z.ZodType<CustomVariable> = z.object({
  type: z.string(),
  accountId: z.string().optional(),
  id: z.union([z.number(), z.string()]).optional(),
  key: z.string().optional(),
  value: z.unknown().optional(),
});

export const evaluationSchema = z.strictObject({
  expression: z.string(),
  context: z
    .object({
      issue: idOrKeySchema.optional(),
      project: idOrKeySchema.optional(),
      // The schema of Atlassian's OpenAPI document says a list, its example and its text a map by name.
      custom: z.record(z.string(), customSchema).optional(),
    })
    .loose()
    .optional(),
});
export type EvaluationRequest = z.infer<typeof evaluationSchema>;

const NOT_HERE = ['issues', 'sprint', 'board', 'serviceDesk', 'customerRequest'];

/** 404 for what the caller may not see, 501 for what the sandbox has not. */
export function evaluationVariables(
  site: JiraSite,
  viewer: Account,
  context: EvaluationRequest['context'] = {},
): ReadonlyMap<string, Value> {
  const missing = NOT_HERE.find((name) => context[name] !== undefined);
  if (missing !== undefined) throw unsupported(`the context variable '${missing}' of a Jira expression`);
  const variables = new Map<string, Value>([['user', userObject(site, viewer.accountId, viewer)]]);
  if (context.project !== undefined) {
    variables.set('project', projectObject(site, requireProject(site, viewer, nameOf(context.project)), viewer));
  }
  if (context.issue !== undefined) {
    const issue = requireIssue(site, viewer, nameOf(context.issue));
    variables.set('issue', issueObject(site, issue, { viewer, inContext: true }));
    if (!variables.has('project')) variables.set('project', projectObject(site, site.store.projectOf(issue), viewer));
  }
  for (const [name, variable] of Object.entries(context.custom ?? {})) {
    variables.set(name, customValue(site, viewer, variable));
  }
  return variables;
}

function nameOf({ id, key }: z.infer<typeof idOrKeySchema>): string {
  if ((id === undefined) === (key === undefined)) throw badRequest('Provide either the id or the key, not both.');
  return String(id ?? key);
}

function customValue(site: JiraSite, viewer: Account, variable: CustomVariable): Value {
  switch (variable.type) {
    case 'json':
      return fromJson(variable.value ?? null);
    case 'user':
      if (site.directory.findPerson(variable.accountId ?? '') === undefined) throw notFound('The user does not exist.');
      return userObject(site, variable.accountId ?? '', viewer);
    case 'issue': {
      const issue = requireIssue(site, viewer, nameOf({ id: variable.id, key: variable.key }));
      return issueObject(site, issue, { viewer, inContext: false });
    }
    case 'list': {
      const entries = z.array(customSchema).safeParse(variable.value);
      if (!entries.success) throw badRequest("The value of a variable of the type 'list' is a list of variables.");
      return entries.data.map((entry) => customValue(site, viewer, entry));
    }
    default:
      throw badRequest(`There is no type of context variables '${variable.type}'.`);
  }
}
