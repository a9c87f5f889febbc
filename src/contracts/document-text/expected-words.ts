import type { z } from 'zod';
import { nearestName } from './nearest-name';
import type { PlacedValue } from './placed-value';
import { quoted } from './quoted-text';

const LONGEST_LIST = 200;

/** zod's names of types, for people. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['bigint', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['set', 'a list'],
  ['object', 'a mapping of keys to values'],
  ['record', 'a mapping of keys to values'],
  ['map', 'a mapping of keys to values'],
  ['null', 'nothing'],
  ['undefined', 'nothing'],
  ['never', 'nothing'],
]);

export function typeWords(type: string): string {
  return TYPES.get(type) ?? 'something else';
}

/** What there is, within a sentence: 'a list', 'the number 1.0'. */
export function foundWords(place: PlacedValue): string {
  if (place.items !== undefined) return 'a list';
  if (place.entries !== undefined) return 'a mapping';
  if (typeof place.value === 'string') return 'a text';
  return typeof place.value === 'number' ? `the number ${writtenOf(place)}` : writtenOf(place);
}

/** A scalar as it is written; numbers and their like are never long enough to be cut. */
export function writtenOf({ value, bare }: PlacedValue): string {
  return typeof value === 'string' ? quoted(value) : (bare ?? String(value));
}

/** `block, warn`, unless that would be long. */
export function listed(values: readonly z.core.util.Primitive[]): string | undefined {
  const text = values.map(choiceOf).join(', ');
  return values.length === 0 || text.length > LONGEST_LIST ? undefined : text;
}

/** What was probably meant, or everything that could be. */
export function choiceHint(name: unknown, values: readonly z.core.util.Primitive[]): string | undefined {
  const names = values.filter((value) => typeof value === 'string');
  const near = typeof name === 'string' ? nearestName(name, names) : undefined;
  if (near !== undefined) return `Did you mean ${quoted(near)}?`;
  const list = listed(values);
  return list === undefined ? undefined : `Allowed here: ${list}.`;
}

/** With quotes where without them it would be read as something else, or not as one thing. */
function choiceOf(value: z.core.util.Primitive): string {
  const isWord = typeof value !== 'string' || /^(?!(?:true|false|null)$)[a-z_][\w-]*$/i.test(value);
  return isWord ? String(value) : quoted(value);
}
