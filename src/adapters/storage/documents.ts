import { readStored, writeStored, type StoredContract } from '../../contracts/stored/stored-document';
import { storedItem, type StoredItem } from '../../contracts/stored/stored-item';
import { Failure } from '../../domain/failure';
import { readValue, readValues, unreadable } from './read-values';
import { splitText } from './split-text';
import { partKey, STORED_DOCUMENT } from './storage-keys';
import type { ConditionalSet } from './transaction';

const MOST_TRIES = 3;

/**
 * Reads a document: one platform call, and one more for every 25 parts where it is too large for one value. Parts that
 * are replaced while they are read are read again.
 * @throws Failure `unreadable-document`, `unreachable`.
 */
export async function readDocument<T>(key: string, contract: StoredContract<T>): Promise<T | undefined> {
  const first = await readValue(STORED_DOCUMENT, key);
  return first === undefined ? undefined : complete(key, contract, first);
}

/** Reads those of the documents that exist. */
export async function readDocuments<T>(
  keys: readonly string[],
  contract: StoredContract<T>,
): Promise<ReadonlyMap<string, T>> {
  const found = await readValues(STORED_DOCUMENT, keys);
  const read = [...found].map(async ([key, first]) => [key, await complete(key, contract, first)] as const);
  return new Map(await Promise.all(read));
}

/**
 * What to set so that the document stands under its key.
 * @param previous The revision that must stand there now (0 for none), or `any`.
 */
export function documentSets<T>(
  key: string,
  contract: StoredContract<T>,
  document: T,
  { revision, previous }: { readonly revision: number; readonly previous: number | 'any' },
): readonly ConditionalSet[] {
  const bodies = splitText(writeStored(contract, document));
  return bodies.map((body, part) => ({
    entity: STORED_DOCUMENT,
    key: partKey(key, part),
    value: { revision, parts: bodies.length, body },
    condition: part === 0 ? conditionOn(previous) : 'none',
  }));
}

function conditionOn(previous: number | 'any'): ConditionalSet['condition'] {
  if (previous === 'any') return 'none';
  return previous === 0 ? { absent: 'revision' } : { attribute: 'revision', is: previous };
}

async function complete<T>(key: string, contract: StoredContract<T>, first: unknown): Promise<T> {
  let value = first;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const text = await textOf(key, itemOf(key, value));
    if (text !== undefined) return documentOf(key, contract, text);
    value = await readValue(STORED_DOCUMENT, key);
  }
  throw new Failure('unreachable', 'A stored document is changing all the time. Try again.');
}

/** The whole text; undefined where its parts are not of one revision. */
async function textOf(key: string, first: StoredItem): Promise<string | undefined> {
  const others = Array.from({ length: first.parts - 1 }, (_, index) => partKey(key, index + 1));
  if (others.length === 0) return first.body;
  const values = await readValues(STORED_DOCUMENT, others);
  const items = others.map((other) => itemOf(other, values.get(other)));
  if (items.some(({ revision }) => revision !== first.revision)) return undefined;
  return [first, ...items].map(({ body }) => body).join('');
}

function itemOf(key: string, value: unknown): StoredItem {
  const item = storedItem.safeParse(value);
  if (!item.success) throw unreadable(key, 'it is not in the form in which the app stores documents');
  return item.data;
}

function documentOf<T>(key: string, contract: StoredContract<T>, text: string): T {
  const reading = readStored(contract, text);
  if (!reading.readable) throw unreadable(key, reading.problem);
  return reading.value;
}
