import { kvs } from '@forge/kvs';
import { Failure } from '../../domain/failure';
import { fromStorage } from './storage-answer';

/** A batch takes at most 25 keys. @see https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/ */
export const BATCH = 25;

/** The value under a key as it is stored; undefined where there is none. One platform call. */
export async function readValue(entity: string, key: string): Promise<unknown> {
  return fromStorage(kvs.entity<unknown>(entity).get(key));
}

/** The values that exist under these keys, in one platform call for each 25. */
export async function readValues(entity: string, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const distinct = [...new Set(keys)];
  const batches = Array.from({ length: Math.ceil(distinct.length / BATCH) }, (_, index) =>
    distinct.slice(index * BATCH, (index + 1) * BATCH),
  );
  const found = await Promise.all(batches.map((batch) => readBatch(entity, batch)));
  return new Map(found.flat());
}

async function readBatch(entity: string, keys: readonly string[]): Promise<readonly (readonly [string, unknown])[]> {
  const items = keys.map((key) => ({ key, entityName: entity }));
  const { successfulKeys, failedKeys } = await fromStorage(kvs.batchGet<unknown>(items));
  const failed = failedKeys.filter(({ error }) => !error.code.endsWith('NOT_FOUND'));
  // Each key succeeds or fails for itself: one that failed for another reason than being absent is asked for alone.
  const again = await Promise.all(failed.map(async ({ key }) => [key, await readValue(entity, key)] as const));
  const values = [...successfulKeys.map(({ key, value }) => [key, value] as const), ...again];
  return values.filter(([, value]) => value !== undefined);
}

export function unreadable(key: string, problem: string): Failure {
  return new Failure(
    'unreadable-document',
    `The stored document "${key}" cannot be read: ${problem}. It is left as it is.`,
  );
}
