/** To which project a screen belongs, where it belongs to one: team-managed projects have screens of their own. */
import type { JiraStore } from '../store';
import type { Screen } from './screen-state';

/** Jira's `scope` of a screen; undefined for the screens that the administration manages. */
export function screenScope(store: JiraStore, screen: Screen) {
  const schemes = store.state.screenSchemes.filter(({ screens }) => Object.values(screens).includes(screen.id));
  const project = store.state.projects.find(({ style, issueTypeScreenSchemeId }) => {
    if (style === 'classic') return false;
    const { mappings, defaultScreenSchemeId } = store.issueTypeScreenScheme(issueTypeScreenSchemeId);
    const used = [defaultScreenSchemeId, ...mappings.map(({ screenSchemeId }) => screenSchemeId)];
    return schemes.some(({ id }) => used.includes(id));
  });
  return project === undefined ? undefined : { type: 'PROJECT' as const, project: { id: project.id } };
}
