/** What `GET /rest/api/3/project/search` finds, in order. */
import { holds, maySeeProject } from '../access';
import { idsParameter } from '../administration';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import type { JiraContext } from '../request';
import { displayName } from '../user-view';
import { projectTypeKeySchema } from './project-state';
import type { Project } from './project-state';

const NOT_CARRIED_OUT = ['categoryId', 'properties', 'propertyQuery'];
const MOST_NAMED = 50;

export function searchProjects(site: JiraSite, context: JiraContext): readonly Project[] {
  const missing = NOT_CARRIED_OUT.find((name) => context.req.query(name) !== undefined);
  if (missing !== undefined) throw unsupported(`${missing} in the search for projects`);
  const text = (context.req.query('query') ?? '').toLowerCase();
  const keys = context.req.queries('keys') ?? [];
  const ids = idsParameter(context, 'id') ?? [];
  if (keys.length > MOST_NAMED || ids.length > MOST_NAMED) {
    throw badRequest(`No more than ${MOST_NAMED} projects can be named in a search.`);
  }
  const types = typeKeys(context);
  const may = permitted(site, context.get('account'), context.req.query('action') ?? 'view');
  // Projects are neither archived nor deleted here.
  const live = (context.req.queries('status') ?? ['live']).includes('live');
  return site.store.state.projects
    .filter((project) => live && may(project))
    .filter((project) => `${project.key} ${project.name}`.toLowerCase().includes(text))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .filter((project) => types.length === 0 || types.includes(project.typeKey))
    .toSorted(order(site, context.req.query('orderBy') ?? 'key'));
}

function typeKeys(context: JiraContext): readonly string[] {
  const types = (context.req.query('typeKey') ?? '').split(',').filter((type) => type !== '');
  const wrong = types.find((type) => !projectTypeKeySchema.safeParse(type).success);
  if (wrong !== undefined) throw badRequest(`The project type '${wrong}' is not valid.`);
  return types;
}

function permitted(site: JiraSite, account: Account, action: string): (project: Project) => boolean {
  switch (action) {
    case 'view':
      return (project) => maySeeProject(site, account, project);
    case 'browse':
      return (project) => holds(site, account, 'BROWSE_PROJECTS', project);
    case 'edit':
      return (project) => holds(site, account, 'ADMINISTER_PROJECTS', project);
    case 'create':
      return (project) => holds(site, account, 'CREATE_ISSUES', project);
    default:
      throw badRequest(`The action '${action}' is not valid.`);
  }
}

function order(site: JiraSite, wanted: string): (one: Project, two: Project) => number {
  const [, sign = '', key] = /^([+-]?)(key|name|owner|issueCount)$/.exec(wanted.replace(' ', '+')) ?? [];
  if (key === undefined) throw unsupported(`orderBy=${wanted}`);
  const issues = (project: Project): number =>
    site.store.state.issues.filter(({ values }) => values.project === project.id).length;
  const compare = (one: Project, two: Project): number => {
    if (key === 'issueCount') return issues(one) - issues(two);
    if (key === 'owner') {
      const [first, second] = [one, two].map(({ leadAccountId }) => displayName(site, leadAccountId));
      return (first ?? '').localeCompare(second ?? '', 'en');
    }
    return key === 'name' ? one.name.localeCompare(two.name, 'en') : one.key.localeCompare(two.key, 'en');
  };
  return (one, two) => (sign === '-' ? -1 : 1) * compare(one, two);
}
