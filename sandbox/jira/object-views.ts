/** Statuses, issue types and projects as Jira's REST API shows them inside other answers. */
import { STATUS_CATEGORIES } from './catalogue';
import { avatarUrls } from './user-view';
import type { JiraSite } from './jira-site';
import type { Project, Status, StatusCategory } from './state';

export function statusCategoryView(site: JiraSite, category: StatusCategory) {
  const details = STATUS_CATEGORIES[category];
  return { self: `${site.baseUrl()}/rest/api/3/statuscategory/${details.id}`, ...details };
}

export function statusView(site: JiraSite, status: Status) {
  return {
    self: `${site.baseUrl()}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: `${site.baseUrl()}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: statusCategoryView(site, status.category),
  };
}

export function issueTypeView(site: JiraSite, id: string) {
  const type = site.store.state.issueTypes.find((entry) => entry.id === id);
  return {
    self: `${site.baseUrl()}/rest/api/3/issuetype/${id}`,
    id,
    description: type?.description ?? '',
    iconUrl: `${site.baseUrl()}/images/icons/issuetypes/generic.svg`,
    name: type?.name ?? '',
    subtask: type?.hierarchyLevel === -1,
    hierarchyLevel: type?.hierarchyLevel ?? 0,
    ...(type?.projectId == null ? {} : { scope: { type: 'PROJECT' as const, project: { id: type.projectId } } }),
  };
}

export function projectReferenceView(site: JiraSite, project: Project) {
  return {
    self: `${site.baseUrl()}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: project.style === 'next-gen',
    avatarUrls: avatarUrls(site),
  };
}
