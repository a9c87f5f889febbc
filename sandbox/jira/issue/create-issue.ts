/** POST /rest/api/3/issue */
import { z } from 'zod';
import { holds } from '../access';
import { DEFAULT_PRIORITY } from '../catalogue';
import { isObject } from '../document';
import { applicableField } from '../fields/applicable-field';
import type { IssueScope } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import type { Account, JiraSite } from '../jira-site';
import { badFields, badRequest, unsupported } from '../refusal';
import { issueScreen } from '../screens/issue-screens';
import type { IssueRecord, Json, Project } from '../state';
import { initialTransition, resolutionAfter } from '../workflow/life-cycle';
import { brokenNativeRules } from '../workflow/native-validators';
import { readEdits, refuseUnsupportedParts } from './issue-edits';
import { publishCreated } from './issue-events';

const createSchema = z.object({
  fields: z.record(z.string(), z.unknown()),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).nullish(),
});

/** Creates the issue in the initial status of its workflow, or refuses with a message per field and creates nothing. */
export function createIssue(site: JiraSite, account: Account, body: unknown): IssueRecord {
  const request = createSchema.safeParse(body);
  if (!request.success) throw badRequest('The request body must have an object "fields".');
  refuseUnsupportedParts(body, 'transition', 'properties', 'historyMetadata');
  const { project: projectInput, issuetype: typeInput, ...fields } = request.data.fields;
  const project = findTargetProject(site, account, projectInput);
  const issueTypeId = findIssueType(site, project, typeInput);
  const screen = issueScreen(site.store, project, issueTypeId, 'create');
  const edits = readEdits(site, { account, project, issueTypeId, screen }, { fields, update: request.data.update });
  if ((edits.values.get('summary') ?? null) === null) {
    throw badFields({ summary: 'You must specify a summary of the issue.' });
  }
  const initial = initialTransition(site.store.workflowFor(project, issueTypeId));
  const now = site.clock.now();
  const draft: IssueRecord = {
    id: '',
    key: '',
    values: {
      priority: DEFAULT_PRIORITY,
      reporter: account.accountId,
      ...defaultValues(site, screen, { projectId: project.id, issueTypeId }),
      ...Object.fromEntries(edits.values),
      project: project.id,
      issuetype: issueTypeId,
      creator: account.accountId,
      status: initial.toStatusId,
      created: now,
      updated: now,
      statuscategorychangedate: now,
    },
    history: [],
    comments: [],
    properties: {},
  };
  draft.values.resolution ??= resolutionAfter(site, draft, initial, 'TODO');
  if (draft.values.resolution !== null) draft.values.resolutiondate = now;
  const messages = brokenNativeRules(site, account, initial, draft, edits.values);
  if (messages.length > 0) throw badRequest(...messages);
  project.lastIssueNumber += 1;
  const issue = { ...draft, id: site.store.nextId('issue'), key: `${project.key}-${project.lastIssueNumber}` };
  site.store.addIssue(issue);
  publishCreated(site, account, issue);
  return issue;
}

/** What the contexts of the fields on the screen give to an issue that names no value. */
function defaultValues(site: JiraSite, screen: readonly string[], scope: IssueScope): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const id of screen) {
    const field = findField(site.store, id);
    const value = field === undefined ? null : (applicableField(field, scope)?.defaultValue ?? null);
    if (value !== null) values[id] = value;
  }
  return values;
}

function findTargetProject(site: JiraSite, account: Account, input: unknown): Project {
  const given = isObject(input) ? (input.id ?? input.key) : undefined;
  const project = typeof given === 'string' ? site.store.findProject(given) : undefined;
  if (project === undefined || !holds(site, account, 'BROWSE_PROJECTS', project)) {
    throw badFields({ project: 'Specify a valid project ID or key' });
  }
  if (!holds(site, account, 'CREATE_ISSUES', project)) {
    throw badRequest('You do not have permission to create issues in this project.');
  }
  return project;
}

function findIssueType(site: JiraSite, project: Project, input: unknown): string {
  if (!isObject(input) || (typeof input.id !== 'string' && typeof input.name !== 'string')) {
    throw badFields({ issuetype: 'Specify an issue type' });
  }
  const offered = site.store.issueTypeIdsOf(project);
  const type = site.store.state.issueTypes.find(
    ({ id, name }) => offered.includes(id) && (input.id === undefined ? name === input.name : id === input.id),
  );
  if (type === undefined) throw badFields({ issuetype: 'The issue type selected is invalid.' });
  if (type.hierarchyLevel < 0) throw unsupported('creating sub-tasks');
  return type.id;
}
