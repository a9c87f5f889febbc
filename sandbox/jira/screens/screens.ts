/** Making, changing and deleting screens. */
import { checkedDescription, checkedName, isTaken } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import type { Screen } from './screen-state';

export function requireScreen(site: JiraSite, id: string): Screen {
  const screen = site.store.state.screens.find((entry) => entry.id === id);
  if (screen === undefined) throw notFound('The screen was not found.');
  return screen;
}

/** A screen with one empty tab, as Jira makes it. */
export function createScreen(site: JiraSite, given: string, description: string): Screen {
  const screen = {
    name: checkedScreenName(site, given),
    description: checkedDescription(description, 255),
    id: site.store.nextId('screen'),
    tabs: [{ id: site.store.nextId('screentab'), name: 'Field Tab', fieldIds: [] }],
  };
  site.store.state.screens.push(screen);
  return screen;
}

export function checkedScreenName(site: JiraSite, given: string, except?: Screen): string {
  const name = checkedName(given, 255);
  if (isTaken(site.store.state.screens, name, except)) throw badRequest('The name is used by another screen.');
  return name;
}

/** Refused while a screen scheme or a workflow uses it. */
export function deleteScreen(site: JiraSite, screen: Screen): void {
  const { state } = site.store;
  if (state.screenSchemes.some(({ screens }) => Object.values(screens).includes(screen.id))) {
    throw badRequest('The screen is used in a screen scheme.');
  }
  if (state.workflows.some(({ transitions }) => transitions.some(({ screenId }) => screenId === screen.id))) {
    throw badRequest('The screen is used in a workflow.');
  }
  state.screens = state.screens.filter((entry) => entry !== screen);
}
