/** The project that an administrator names by its id in a body. */
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import type { Project } from './project-state';

/** 404 for no project; 400 with `refusal` for a team-managed one. */
export function requireClassicProject(site: JiraSite, id: string, refusal: string): Project {
  const project = site.store.state.projects.find((entry) => entry.id === id);
  if (project === undefined) throw notFound('The project was not found.');
  if (project.style !== 'classic') throw badRequest(refusal);
  return project;
}
