import type { z } from 'zod';
import { requireEntity, type EntityDefinition, type EntityIndex } from './entity-definition';
import { meets, readFilters } from './kvs-conditions';
import { pageSize } from './kvs-limits';
import { KvsRefusal } from './kvs-refusal';
import type { entityQueryRequest, MetadataField, queryRequest } from './kvs-requests';
import type { KvsRow, KvsStore } from './kvs-store';

type Entry = readonly [key: string, row: KvsRow];

export interface StoredValue {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt?: number;
  readonly updatedAt?: number;
  readonly expireTime?: string;
}

export interface QueryPage {
  readonly data: readonly StoredValue[];
  readonly cursor?: string;
}

/** A row as Forge answers it, with the metadata that was asked for. */
export function storedValue(key: string, row: KvsRow, metadata: readonly MetadataField[] = []): StoredValue {
  return {
    key,
    value: row.value,
    ...(metadata.includes('CREATED_AT') ? { createdAt: row.createdAt } : {}),
    ...(metadata.includes('UPDATED_AT') ? { updatedAt: row.updatedAt } : {}),
    ...(metadata.includes('EXPIRE_TIME') && row.expiresAt !== undefined
      ? { expireTime: new Date(row.expiresAt).toISOString() }
      : {}),
  };
}

function pageOf(
  entries: readonly Entry[],
  limit: number,
  cursor: string | undefined,
): { page: readonly Entry[]; next: { cursor?: string } } {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  const start = after === undefined ? 0 : entries.findIndex(([key]) => key === after) + 1;
  if (after !== undefined && start === 0) {
    throw new KvsRefusal(400, 'INVALID_CURSOR', 'The cursor does not belong to this query.');
  }
  const page = entries.slice(start, start + limit);
  const last = page.at(-1);
  const more = last !== undefined && start + limit < entries.length;
  return { page, next: more ? { cursor: Buffer.from(last[0]).toString('base64url') } : {} };
}

/** https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-query/ */
export function queryKeys(store: KvsStore, request: z.infer<typeof queryRequest>): QueryPage {
  const [where, ...others] = request.where ?? [];
  if (others.length > 0) {
    throw new KvsRefusal(400, 'QUERY_WHERE_INVALID', 'KVS queries should contain only a single "where" clause.');
  }
  if (where !== undefined && where.property !== 'key') {
    throw new KvsRefusal(400, 'QUERY_WHERE_FIELD_INVALID', 'The specified field is not supported for filters.');
  }
  if (where !== undefined && where.condition !== 'BEGINS_WITH') {
    throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  }
  const limit = pageSize(request.limit, 'LIST_QUERY_LIMIT_EXCEEDED');
  const entries = store.query('kvs').filter(([key]) => where === undefined || meets(key, where));
  const { page, next } = pageOf(entries, limit, request.after);
  return { data: page.map(([key, row]) => storedValue(key, row, request.options?.metadataFields)), ...next };
}

function findIndex(entity: EntityDefinition, name: string): EntityIndex {
  const index = entity.indexes.find((candidate) => candidate.name === name);
  if (index === undefined) {
    throw new KvsRefusal(400, 'INVALID_ENTITY_INDEX', `Entity ${entity.name} declares no index ${name}.`);
  }
  return index;
}

function attributeOf([, row]: Entry, name: string): unknown {
  return (row.value as Record<string, unknown>)[name];
}

function ascending(left: unknown, right: unknown): number {
  const [first, second] = [left as string | number, right as string | number];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * One page of an entity query. The filters work on the page that was read, as in Forge: a page can be empty and still
 * have a cursor.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
 */
export function queryEntity(
  store: KvsStore,
  entities: ReadonlyMap<string, EntityDefinition>,
  request: z.infer<typeof entityQueryRequest>,
): QueryPage {
  const entity = requireEntity(entities, request.entityName);
  const index = request.indexName === 'by-key' ? undefined : findIndex(entity, request.indexName);
  const partition = request.partition ?? [];
  if (partition.length !== (index?.partition.length ?? 0)) {
    throw new KvsRefusal(
      400,
      'INVALID_PARTITION',
      `Index ${request.indexName} needs a value for each partition attribute.`,
    );
  }
  const limit = pageSize(request.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  const rangeOf = (entry: Entry): unknown => (index === undefined ? entry[0] : attributeOf(entry, index.range));
  const { range, filters } = request;
  const entries = store
    .query(`entity:${entity.name}`)
    .filter((entry) => rangeOf(entry) !== undefined)
    .filter((entry) => index?.partition.every((name, at) => attributeOf(entry, name) === partition[at]) ?? true)
    .filter((entry) => range === undefined || meets(rangeOf(entry), range))
    .sort((left, right) => ascending(rangeOf(left), rangeOf(right)) || ascending(left[0], right[0]));
  const matches = filters === undefined ? () => true : readFilters(entity, filters);
  const { page, next } = pageOf(request.sort === 'DESC' ? entries.reverse() : entries, limit, request.cursor);
  return {
    data: page
      .filter(([, row]) => matches(row.value))
      .map(([key, row]) => storedValue(key, row, request.options?.metadataFields)),
    ...next,
  };
}
