/** Which fields a screen has, and which screen an issue is created, edited or viewed on. */
import type { Project } from '../projects/project-state';
import type { JiraStore } from '../store';
import type { Screen, ScreenScheme } from './screen-state';

export type ScreenOperation = 'create' | 'edit' | 'view';

/** Over all tabs, in order. */
export function fieldsOnScreen(screen: Screen): readonly string[] {
  return screen.tabs.flatMap((tab) => tab.fieldIds);
}

/** The screen scheme of an issue type in a project: that of its mapping, else the default one. */
export function screenSchemeOf(store: JiraStore, project: Project, issueTypeId: string): ScreenScheme {
  const scheme = store.issueTypeScreenScheme(project.issueTypeScreenSchemeId);
  const mapping = scheme.mappings.find((entry) => entry.issueTypeId === issueTypeId);
  return store.screenScheme(mapping?.screenSchemeId ?? scheme.defaultScreenSchemeId);
}

/** Ids of the fields on the screen for an operation, by way of the schemes of the project. */
export function issueScreen(
  store: JiraStore,
  project: Project,
  issueTypeId: string,
  operation: ScreenOperation,
): readonly string[] {
  const { screens } = screenSchemeOf(store, project, issueTypeId);
  return fieldsOnScreen(store.screen(screens[operation] ?? screens.default));
}
