/** Screen schemes: which screen an operation on an issue uses. */
import { checkedDescription, checkedName, isTaken } from '../administration';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { screenScope } from './screen-scope';
import type { IssueTypeScreenScheme, ScreenScheme } from './screen-state';

/** The schemes of company-managed projects. */
export function classicScreenSchemes(site: JiraSite): readonly ScreenScheme[] {
  return site.store.state.screenSchemes.filter(({ screens }) => isClassicScreen(site, screens.default));
}

export function requireScreenScheme(site: JiraSite, id: string): ScreenScheme {
  const scheme = classicScreenSchemes(site).find((entry) => entry.id === id);
  if (scheme === undefined) throw notFound('The screen scheme was not found.');
  return scheme;
}

type Screens = ScreenScheme['screens'];

/** Refuses ids of screens that are not there, or that belong to a team-managed project. */
export function requireScreens(site: JiraSite, screens: Partial<Screens>): void {
  const ids = Object.values(screens).filter((id) => id !== undefined);
  if (!ids.every((id) => isClassicScreen(site, id))) {
    throw notFound('One or more screens assigned to screen types was not found.');
  }
}

export function createScreenScheme(
  site: JiraSite,
  { name, description, screens }: Pick<ScreenScheme, 'name' | 'description' | 'screens'>,
): ScreenScheme {
  const checked = checkedSchemeName(site, name);
  const text = checkedDescription(description, 255);
  requireScreens(site, screens);
  const scheme = { id: site.store.nextId('screenscheme'), name: checked, description: text, screens };
  site.store.state.screenSchemes.push(scheme);
  return scheme;
}

export function checkedSchemeName(site: JiraSite, given: string, except?: ScreenScheme): string {
  const name = checkedName(given, 255);
  if (isTaken(site.store.state.screenSchemes, name, except)) throw badRequest('The name is used by another scheme.');
  return name;
}

/** Refused while an issue type screen scheme uses it. */
export function deleteScreenScheme(site: JiraSite, scheme: ScreenScheme): void {
  if (schemesUsing(site, scheme).length > 0) {
    throw badRequest('The screen scheme cannot be deleted as it is in use in an issue type screen scheme.');
  }
  site.store.state.screenSchemes = site.store.state.screenSchemes.filter((entry) => entry !== scheme);
}

export function schemesUsing(site: JiraSite, { id }: ScreenScheme): readonly IssueTypeScreenScheme[] {
  return site.store.state.issueTypeScreenSchemes.filter(
    ({ defaultScreenSchemeId, mappings }) =>
      defaultScreenSchemeId === id || mappings.some(({ screenSchemeId }) => screenSchemeId === id),
  );
}

function isClassicScreen(site: JiraSite, id: string): boolean {
  const screen = site.store.state.screens.find((entry) => entry.id === id);
  return screen !== undefined && screenScope(site.store, screen) === undefined;
}
