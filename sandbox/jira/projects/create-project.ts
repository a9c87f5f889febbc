/** POST /rest/api/3/project: a company-managed project, made of a template or of schemes that are there. */
import { z } from 'zod';
import { createIssueType } from '../issue-types/issue-types';
import { classicIssueTypeSchemes } from '../issue-types/issue-type-schemes';
import type { JiraSite } from '../jira-site';
import { badFields, badRequest, unsupported } from '../refusal';
import { classicIssueTypeScreenSchemes } from '../screens/issue-type-screen-schemes';
import { addWorkflowScheme } from '../workflow-admin/project-scheme';
import { schemeNameOf } from '../workflow-admin/upgrade-workflow-schemes';
import { dedicatedSchemes } from './dedicated-schemes';
import { projectTypeKeySchema } from './project-state';
import type { Project } from './project-state';
import { looksLikeTemplate, projectTemplate } from './project-templates';
import type { ProjectTemplate } from './project-templates';
import { DEFAULT_ISSUE_TYPE_SCHEME, DEFAULT_ISSUE_TYPE_SCREEN_SCHEME } from './site-defaults';

const schemeId = z.number().int();
export const createProjectSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  leadAccountId: z.string().max(128).nullish(),
  lead: z.string().nullish(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).nullish(),
  projectTypeKey: projectTypeKeySchema.nullish(),
  projectTemplateKey: z.string().nullish(),
  issueTypeScheme: schemeId.nullish(),
  issueTypeScreenScheme: schemeId.nullish(),
  workflowScheme: schemeId.nullish(),
  fieldConfigurationScheme: schemeId.nullish(),
  issueSecurityScheme: schemeId.nullish(),
  permissionScheme: schemeId.nullish(),
  notificationScheme: schemeId.nullish(),
  avatarId: schemeId.nullish(),
  categoryId: schemeId.nullish(),
});
type Request = z.infer<typeof createProjectSchema>;

const NOT_CARRIED_OUT = [
  'lead', 'fieldConfigurationScheme', 'issueSecurityScheme', 'permissionScheme', 'notificationScheme', 'avatarId', 'categoryId',
] as const; // prettier-ignore
const SCHEMES = ['issueTypeScheme', 'issueTypeScreenScheme', 'workflowScheme', 'fieldConfigurationScheme'] as const;

const LONGEST_NAME = 80;

/** What everybody who is logged in may do in a project with the default permission scheme; the rest is for administrators. */
const FOR_EVERYBODY = [
  'BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER',
  'LINK_ISSUES', 'ADD_COMMENTS',
]; // prettier-ignore

/** Refuses with a message for each wrong field and makes nothing, or answers the project. */
export function createProject(site: JiraSite, request: Request): Project {
  const missing = NOT_CARRIED_OUT.find((name) => request[name] != null);
  if (missing !== undefined) throw unsupported(`'${missing}' in the creation of a project`);
  const leadAccountId = checkIdentity(site, request);
  const template = templateOf(request);
  const typeKey = template?.typeKey ?? request.projectTypeKey;
  if (typeKey == null) throw badFields({ projectType: 'You must specify a valid project type.' });
  if (typeKey === 'service_desk') throw unsupported('creating service projects');
  const { administrators } = site.store.state;
  const schemes = template === undefined ? existingSchemes(site, request) : newSchemes(site, request.key, template);
  const project: Project = {
    id: site.store.nextId('project'),
    key: request.key,
    name: request.name.trim(),
    description: request.description ?? '',
    url: request.url ?? '',
    typeKey,
    style: 'classic',
    leadAccountId,
    assigneeType: request.assigneeType ?? 'UNASSIGNED',
    lastIssueNumber: 0,
    ...schemes,
    issueTypes: [],
    permissions: {
      ...Object.fromEntries(FOR_EVERYBODY.map((permission) => [permission, ['*']])),
      ADMINISTER_PROJECTS: [...administrators],
      DELETE_ISSUES: [...administrators],
    },
    roleActors: [],
  };
  site.store.state.projects.push(project);
  return project;
}

function checkIdentity(site: JiraSite, { key, name, leadAccountId }: Request): string {
  const errors: Record<string, string> = {};
  const { projects } = site.store.state;
  const sameKey = projects.find((project) => project.key === key);
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(key)) {
    errors.projectKey =
      'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.';
  } else if (sameKey !== undefined) errors.projectKey = `Project '${sameKey.name}' uses this project key.`;
  if (name.trim().length < 2) errors.projectName = 'You must specify a valid project name.';
  else if (name.trim().length > LONGEST_NAME) {
    errors.projectName = `The project name must not exceed ${LONGEST_NAME} characters in length.`;
  } else if (projects.some((project) => project.name.toLowerCase() === name.trim().toLowerCase())) {
    errors.projectName = 'A project with that name already exists.';
  }
  const lead = leadAccountId == null ? undefined : site.directory.findPerson(leadAccountId);
  if (leadAccountId == null) errors.projectLead = 'You must specify a valid project lead.';
  else if (lead?.active !== true) errors.projectLead = 'The user you specified as project lead does not exist.';
  if (Object.keys(errors).length > 0) throw badFields(errors);
  return leadAccountId ?? '';
}

function templateOf(request: Request): ProjectTemplate | undefined {
  const key = request.projectTemplateKey;
  if (key == null) return undefined;
  if (SCHEMES.some((name) => request[name] != null)) {
    throw badRequest('A project template cannot be specified together with schemes.');
  }
  const template = projectTemplate(key);
  if (template === undefined && looksLikeTemplate(key)) throw unsupported(`the project template ${key}`);
  if (template === undefined) throw badFields({ projectTemplateKey: 'The project template is not valid.' });
  if (request.projectTypeKey != null && request.projectTypeKey !== template.typeKey) {
    throw badFields({ projectTemplateKey: 'The project template does not match the project type.' });
  }
  return template;
}

type ProjectSchemes = Pick<Project, 'issueTypeSchemeId' | 'issueTypeScreenSchemeId' | 'workflowSchemeId'>;

/** A template gives a project schemes of its own; issue types of the same name are shared. */
function newSchemes(site: JiraSite, key: string, template: ProjectTemplate): ProjectSchemes {
  const { state } = site.store;
  const fieldIds = ['summary', 'issuetype', 'description', 'reporter', 'assignee', 'priority', 'labels', 'duedate'];
  const types = template.issueTypes.map(({ name, hierarchyLevel }) => {
    const existing = state.issueTypes.find((type) => type.name === name && type.projectId === null);
    const type = existing ?? createIssueType(site, { name, description: '', hierarchyLevel });
    return { issueTypeId: type.id, name, fieldIds };
  });
  const made = dedicatedSchemes((sequence) => site.store.nextId(sequence), key, types);
  state.screens.push(...made.screens);
  state.screenSchemes.push(...made.screenSchemes);
  state.issueTypeSchemes.push(made.issueTypeScheme);
  state.issueTypeScreenSchemes.push(made.issueTypeScreenScheme);
  return {
    issueTypeSchemeId: made.issueTypeScheme.id,
    issueTypeScreenSchemeId: made.issueTypeScreenScheme.id,
    workflowSchemeId: addWorkflowScheme(site, schemeNameOf(key)).id,
  };
}

/** The default schemes of the site stand in for those that are not named; a workflow scheme of its own does for that. */
function existingSchemes(site: JiraSite, request: Request): ProjectSchemes {
  const types = String(request.issueTypeScheme ?? DEFAULT_ISSUE_TYPE_SCHEME);
  const screens = String(request.issueTypeScreenScheme ?? DEFAULT_ISSUE_TYPE_SCREEN_SCHEME);
  const workflows = String(request.workflowScheme ?? '');
  const missing = [
    classicIssueTypeSchemes(site).some(({ id }) => id === types) ? [] : ['issue type scheme'],
    classicIssueTypeScreenSchemes(site).some(({ id }) => id === screens) ? [] : ['issue type screen scheme'],
    workflows === '' || site.store.state.workflowSchemes.some(({ id }) => id === workflows) ? [] : ['workflow scheme'],
  ].flat();
  // 400: this call documents no 404.
  if (missing.length > 0) throw badRequest(...missing.map((what) => `The ${what} was not found.`));
  if (site.store.issueTypeScheme(types).issueTypeIds.length === 0) {
    throw badRequest('The issue type scheme has no issue types.');
  }
  return {
    issueTypeSchemeId: types,
    issueTypeScreenSchemeId: screens,
    workflowSchemeId: workflows === '' ? addWorkflowScheme(site, schemeNameOf(request.key)).id : workflows,
  };
}
