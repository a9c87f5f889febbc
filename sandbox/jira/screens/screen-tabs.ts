/** The tabs of a screen and the fields on them. */
import { checkedName, isTaken } from '../administration';
import { allFields, findField } from '../fields/field-catalogue';
import type { Field } from '../fields/field-kind';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { fieldsOnScreen } from './issue-screens';
import type { Screen, ScreenTab } from './screen-state';

/** System fields that Jira puts on screens although no edit sets them. */
const ALSO_ON_SCREENS = ['issuetype', 'issuelinks', 'comment'];

export function requireTab(screen: Screen, id: string): ScreenTab {
  const tab = screen.tabs.find((entry) => entry.id === id);
  if (tab === undefined) throw notFound('The screen tab was not found.');
  return tab;
}

export function createTab(site: JiraSite, screen: Screen, given: string): ScreenTab {
  const tab: ScreenTab = { name: checkedTabName(screen, given), id: site.store.nextId('screentab'), fieldIds: [] };
  screen.tabs.push(tab);
  return tab;
}

export function checkedTabName(screen: Screen, given: string, except?: ScreenTab): string {
  const name = checkedName(given, 255);
  if (isTaken(screen.tabs, name, except)) throw badRequest('The name is used by another tab of the screen.');
  return name;
}

/** Puts the tab at a position, the first being 0. */
export function moveTab(screen: Screen, tab: ScreenTab, position: number): void {
  if (position >= screen.tabs.length) throw notFound('The position is not valid.');
  const rest = screen.tabs.filter((entry) => entry !== tab);
  screen.tabs = [...rest.slice(0, position), tab, ...rest.slice(position)];
}

/** The fields that could be put on the screen: those that no tab of it has. */
export function availableFields(site: JiraSite, screen: Screen): readonly Field[] {
  const present = fieldsOnScreen(screen);
  return allFields(site.store).filter((field) => isForScreens(field) && !present.includes(field.id));
}

/** Refused for a field that is on the screen already, on whichever tab. */
export function addField(site: JiraSite, screen: Screen, tab: ScreenTab, fieldId: string): Field {
  const field = findField(site.store, fieldId);
  if (field === undefined) throw notFound(`The field with id '${fieldId}' was not found.`);
  if (!isForScreens(field)) throw badRequest(`The field with id '${fieldId}' cannot be placed on a screen.`);
  if (fieldsOnScreen(screen).includes(fieldId)) {
    throw badRequest(`The field with id '${fieldId}' already exists on the screen.`);
  }
  tab.fieldIds.push(fieldId);
  return field;
}

export function removeField(tab: ScreenTab, fieldId: string): void {
  requireOnTab(tab, fieldId);
  tab.fieldIds = tab.fieldIds.filter((id) => id !== fieldId);
}

export interface FieldMove {
  readonly after?: string | undefined;
  readonly position?: 'Earlier' | 'Later' | 'First' | 'Last' | undefined;
}

/** `after`, an id or the address of a tab field, goes before `position`. */
export function moveField(tab: ScreenTab, fieldId: string, { after, position }: FieldMove): void {
  requireOnTab(tab, fieldId);
  const rest = tab.fieldIds.filter((id) => id !== fieldId);
  const index = after === undefined ? indexAt(tab.fieldIds.indexOf(fieldId), position) : indexAfter(rest, after);
  if (index < 0 || index > rest.length) throw notFound('The field cannot be moved to the requested position.');
  tab.fieldIds = [...rest.slice(0, index), fieldId, ...rest.slice(index)];

  function indexAt(current: number, wanted: FieldMove['position']): number {
    if (wanted === undefined) throw badRequest("Either 'after' or 'position' must be provided.");
    if (wanted === 'First') return 0;
    return wanted === 'Last' ? rest.length : current + (wanted === 'Earlier' ? -1 : 1);
  }
}

function indexAfter(ids: readonly string[], after: string): number {
  const found = ids.indexOf(after.split('/').at(-1) ?? '');
  return found === -1 ? -1 : found + 1;
}

function requireOnTab(tab: ScreenTab, fieldId: string): void {
  if (!tab.fieldIds.includes(fieldId)) throw notFound(`The field with id '${fieldId}' is not on the screen tab.`);
}

function isForScreens(field: Field): boolean {
  return field.settable || field.custom || ALSO_ON_SCREENS.includes(field.id);
}
