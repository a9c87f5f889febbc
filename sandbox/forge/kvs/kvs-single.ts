import type { z } from 'zod';
import { checkEntityValue, requireEntity, type EntityDefinition } from './entity-definition';
import { checkKey, checkValue } from './kvs-limits';
import { storedValue, type StoredValue } from './kvs-queries';
import { KvsRefusal, keyNotFound } from './kvs-refusal';
import { milliseconds, type getRequest, type setRequest } from './kvs-requests';
import type { KvsStore } from './kvs-store';

/** One value by key, or KEY_NOT_FOUND (404), which `@forge/kvs` turns into `undefined`. */
export function getOne(store: KvsStore, namespace: string, request: z.infer<typeof getRequest>): StoredValue {
  checkKey(request.key);
  const row = store.get(namespace, request.key);
  if (row === undefined) {
    throw keyNotFound(request.key);
  }
  return storedValue(request.key, row, request.options?.metadataFields);
}

/**
 * Stores one value. Answers the latest or previous value when that was asked for.
 * @throws KvsRefusal KEY_CONFLICT (409) when the key exists and the policy is FAIL_IF_EXISTS
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#kvs-set
 */
export function setOne(
  store: KvsStore,
  namespace: string,
  request: z.infer<typeof setRequest>,
  entities: ReadonlyMap<string, EntityDefinition>,
): StoredValue | undefined {
  const { key, value, entityName, options = {} } = request;
  checkKey(key);
  checkValue(value);
  if (entityName !== undefined) {
    checkEntityValue(requireEntity(entities, entityName), value);
  }
  if (options.returnValue !== undefined && options.keyPolicy !== 'OVERRIDE') {
    throw new KvsRefusal(400, 'INVALID_OPTIONS', 'returnValue needs the key policy OVERRIDE.');
  }
  const previous = store.get(namespace, key);
  if (options.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
    throw new KvsRefusal(409, 'KEY_CONFLICT', `The key ${key} already exists.`);
  }
  const latest = store.put(namespace, key, value, milliseconds(options.ttl));
  const answered =
    options.returnValue === 'LATEST' ? latest : options.returnValue === 'PREVIOUS' ? previous : undefined;
  return answered === undefined ? undefined : storedValue(key, answered, options.returnMetadataFields);
}
