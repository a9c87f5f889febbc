/** What belongs to team-managed projects, which Jira keeps out of the administration of schemes. */
import type { JiraStore } from '../store';

/** True for a scheme that a team-managed project uses: `key` says where a project names it. */
export function isTeamManaged(
  store: JiraStore,
  key: 'issueTypeSchemeId' | 'issueTypeScreenSchemeId',
  schemeId: string,
): boolean {
  return store.state.projects.some((project) => project.style === 'next-gen' && project[key] === schemeId);
}
