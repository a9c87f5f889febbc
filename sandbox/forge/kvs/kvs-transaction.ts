import type { z } from 'zod';
import { checkEntityValue, requireEntity, type EntityDefinition } from './entity-definition';
import { readFilters } from './kvs-conditions';
import { checkKey, checkValue, MAX_OPERATIONS } from './kvs-limits';
import { KvsRefusal } from './kvs-refusal';
import { milliseconds, type KvsFilters, type transactionRequest } from './kvs-requests';
import type { KvsStore } from './kvs-store';

interface Operation {
  readonly key: string;
  readonly entityName?: string | undefined;
  readonly conditions?: KvsFilters | undefined;
}

type Entities = ReadonlyMap<string, EntityDefinition>;

export function namespaceOf(entityName: string | undefined): string {
  return entityName === undefined ? 'kvs' : `entity:${entityName}`;
}

/** Refuses an empty list, more than 25 operations, and a key that is used twice in the same namespace. */
export function checkOperations(operations: readonly Operation[]): void {
  if (operations.length === 0) {
    throw new KvsRefusal(400, 'EMPTY_REQUEST', 'At least one operation is needed.');
  }
  if (operations.length > MAX_OPERATIONS) {
    throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', `At most ${MAX_OPERATIONS} operations are allowed.`);
  }
  const keys = operations.map(({ key, entityName }) => JSON.stringify([entityName ?? null, key]));
  if (new Set(keys).size !== keys.length) {
    throw new KvsRefusal(400, 'DUPLICATE_KEY', 'Each key can only be used once.');
  }
}

function checkConditions(store: KvsStore, entities: Entities, operation: Operation): void {
  if (operation.conditions === undefined) {
    return;
  }
  if (operation.entityName === undefined) {
    throw new KvsRefusal(400, 'CONDITION_WITHOUT_ENTITY', 'Conditions are for custom entities only.');
  }
  const holds = readFilters(requireEntity(entities, operation.entityName), operation.conditions);
  if (!holds(store.get(namespaceOf(operation.entityName), operation.key)?.value)) {
    throw new KvsRefusal(409, 'CONDITIONAL_CHECK_FAILED', `The conditions for the key ${operation.key} are not met.`);
  }
}

/**
 * Carries out a transaction completely or, when anything in it is refused or a condition does not hold, not at all.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-transactions/
 */
export function transact(store: KvsStore, entities: Entities, request: z.infer<typeof transactionRequest>): void {
  const { set = [], delete: deletions = [], check = [] } = request;
  const operations: readonly Operation[] = [...set, ...deletions, ...check];
  checkOperations(operations);
  operations.forEach(({ key }) => checkKey(key));
  for (const { entityName, value, options } of set) {
    checkValue(value);
    milliseconds(options?.ttl);
    if (entityName !== undefined) {
      checkEntityValue(requireEntity(entities, entityName), value);
    }
  }
  for (const { entityName } of deletions) {
    if (entityName !== undefined) {
      requireEntity(entities, entityName);
    }
  }
  if (check.some(({ conditions }) => conditions === undefined)) {
    throw new KvsRefusal(400, 'CHECK_WITHOUT_CONDITIONS', 'A check needs conditions.');
  }
  operations.forEach((operation) => checkConditions(store, entities, operation));
  set.forEach(({ key, entityName, value, options }) => {
    store.put(namespaceOf(entityName), key, value, milliseconds(options?.ttl));
  });
  deletions.forEach(({ key, entityName }) => store.delete(namespaceOf(entityName), key));
}
