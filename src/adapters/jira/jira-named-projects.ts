import { asApp, route } from '@forge/api';
import { foundProjects, oneProject } from '../../contracts/jira/projects';
import type { NamedProject, NamedProjects } from '../../ports/named-projects';
import { findInJira, fromJira } from './jira-answer';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
const MOST_PROJECTS = '20';

/** Jira's projects, over REST API v3. */
export class JiraNamedProjects implements NamedProjects {
  async search(text: string): Promise<readonly NamedProject[]> {
    const path = route`/rest/api/3/project/search?query=${text}&maxResults=${MOST_PROJECTS}`;
    return (await fromJira(asApp().requestJira(path, JSON_ANSWER), foundProjects)).values;
  }

  async find(key: string): Promise<NamedProject | undefined> {
    const project = await findInJira(asApp().requestJira(route`/rest/api/3/project/${key}`, JSON_ANSWER), oneProject);
    // Jira also answers to the id of a project and to a key that it had before.
    return project?.key === key ? project : undefined;
  }
}
