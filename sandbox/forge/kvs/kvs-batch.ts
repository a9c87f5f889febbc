import type { z } from 'zod';
import type { EntityDefinition } from './entity-definition';
import { requireEntity } from './entity-definition';
import { checkKey } from './kvs-limits';
import type { StoredValue } from './kvs-queries';
import { KvsRefusal } from './kvs-refusal';
import type { batchDeleteRequest, batchGetRequest, batchSetRequest } from './kvs-requests';
import { getOne, setOne } from './kvs-single';
import type { KvsStore } from './kvs-store';
import { checkOperations, namespaceOf } from './kvs-transaction';

interface Item {
  readonly key: string;
  readonly entityName?: string | undefined;
}

export interface BatchAnswer {
  readonly successfulKeys: readonly (Item & Partial<StoredValue>)[];
  readonly failedKeys: readonly (Item & { readonly error: { readonly code: string; readonly message: string } })[];
}

function each<T extends Item>(
  items: readonly T[],
  carryOut: (item: T) => Partial<StoredValue> | undefined,
): BatchAnswer {
  checkOperations(items);
  const answer = {
    successfulKeys: [] as BatchAnswer['successfulKeys'][number][],
    failedKeys: [] as BatchAnswer['failedKeys'][number][],
  };
  for (const item of items) {
    const named = { key: item.key, ...(item.entityName === undefined ? {} : { entityName: item.entityName }) };
    try {
      answer.successfulKeys.push({ ...carryOut(item), ...named });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) {
        throw error;
      }
      answer.failedKeys.push({ ...named, error: { code: error.code, message: error.message } });
    }
  }
  return answer;
}

/** Batches are not atomic: each item succeeds or fails for itself. */
export function batchGet(store: KvsStore, items: z.infer<typeof batchGetRequest>): BatchAnswer {
  return each(items, (item) => getOne(store, namespaceOf(item.entityName), item));
}

export function batchSet(
  store: KvsStore,
  entities: ReadonlyMap<string, EntityDefinition>,
  items: z.infer<typeof batchSetRequest>,
): BatchAnswer {
  return each(items, (item) => setOne(store, namespaceOf(item.entityName), item, entities));
}

export function batchDelete(
  store: KvsStore,
  entities: ReadonlyMap<string, EntityDefinition>,
  items: z.infer<typeof batchDeleteRequest>,
): BatchAnswer {
  return each(items, ({ key, entityName }) => {
    checkKey(key);
    if (entityName !== undefined) {
      requireEntity(entities, entityName);
    }
    store.delete(namespaceOf(entityName), key);
    return undefined;
  });
}
