import { z } from 'zod';
import type { Site } from '../../sandbox';

const LISTS = [
  'issueTypes',
  'fields',
  'statuses',
  'screens',
  'screenSchemes',
  'issueTypeSchemes',
  'issueTypeScreenSchemes',
  'workflows',
  'workflowSchemes',
  'projects',
] as const;

const snapshot = z.record(z.enum(LISTS), z.array(z.unknown()));

export type Configuration = Readonly<Record<(typeof LISTS)[number], readonly unknown[]>>;

/** Everything that administrators see of Jira, in the order in which it was made; when that was is left out. */
export function configurationOf(site: Site): Configuration {
  const text = JSON.stringify(restorable(site.jira).snapshot(), (key, value: unknown) =>
    key === 'created' || key === 'updated' ? null : value,
  );
  const parsed = z.looseObject({}).parse(JSON.parse(text));
  return snapshot.parse(Object.fromEntries(LISTS.map((list) => [list, z.looseObject({}).parse(parsed)[list]])));
}

/**
 * Whether one configuration is on the way to the other: nothing is in it twice, or otherwise, or in another order. Ids are
 * given out one after the other, so that something made twice moves everything after it.
 */
export function isOnTheWayTo(part: Configuration, whole: Configuration): boolean {
  // Which schemes a project has changes on the way.
  return LISTS.every((list) => list === 'projects' || isBeginningOf(part[list], whole[list]));
}

function isBeginningOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && Array.isArray(whole)) {
    const members: readonly unknown[] = part;
    const all: readonly unknown[] = whole;
    return members.length <= all.length && members.every((member, index) => isBeginningOf(member, all[index]));
  }
  if (isObject(part) && isObject(whole)) {
    const keys = Object.keys(part);
    return (
      keys.length === Object.keys(whole).length &&
      keys.every((key) => isBeginningOf(Reflect.get(part, key), Reflect.get(whole, key)))
    );
  }
  return part === whole;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function restorable(part: object): { snapshot(): unknown } {
  if ('snapshot' in part && typeof part.snapshot === 'function')
    return { snapshot: part.snapshot.bind(part) as () => unknown };
  throw new Error('Jira keeps no state.');
}
