import { Hono } from 'hono';
import { requireEntity, type EntityDefinition } from './entity-definition';
import { batchDelete, batchGet, batchSet } from './kvs-batch';
import { checkKey, MAX_PAYLOAD_BYTES } from './kvs-limits';
import { queryEntity, queryKeys } from './kvs-queries';
import { KvsRefusal } from './kvs-refusal';
import * as requests from './kvs-requests';
import { getOne, setOne } from './kvs-single';
import type { KvsStore } from './kvs-store';
import { namespaceOf, transact } from './kvs-transaction';

type Operation = (body: unknown) => unknown;

function requireName(entityName: string | undefined): string {
  if (entityName === undefined) {
    throw new KvsRefusal(400, 'INVALID_ENTITY_TYPE', 'An entity name is needed.');
  }
  return entityName;
}

function operations(store: KvsStore, entities: ReadonlyMap<string, EntityDefinition>): ReadonlyMap<string, Operation> {
  const { parseBody: parse } = requests;
  const entity = (entityName: string | undefined): string =>
    `entity:${requireEntity(entities, requireName(entityName)).name}`;
  const remove = (namespace: string, key: string): void => {
    checkKey(key);
    store.delete(namespace, key);
  };
  const get = (body: unknown) => parse(requests.getRequest, body);
  const set = (body: unknown) => parse(requests.setRequest, body);
  const del = (body: unknown) => parse(requests.deleteRequest, body);
  return new Map<string, Operation>([
    ['get', (body) => getOne(store, 'kvs', get(body))],
    ['set', (body) => setOne(store, 'kvs', { ...set(body), entityName: undefined }, entities)],
    ['delete', (body) => remove('kvs', del(body).key)],
    ['query', (body) => queryKeys(store, parse(requests.queryRequest, body))],
    ['secret/get', (body) => getOne(store, 'secret', get(body))],
    ['secret/set', (body) => setOne(store, 'secret', { ...set(body), entityName: undefined }, entities)],
    ['secret/delete', (body) => remove('secret', del(body).key)],
    ['entity/get', (body) => getOne(store, entity(get(body).entityName), get(body))],
    ['entity/set', (body) => setOne(store, namespaceOf(requireName(set(body).entityName)), set(body), entities)],
    ['entity/delete', (body) => remove(entity(del(body).entityName), del(body).key)],
    ['entity/query', (body) => queryEntity(store, entities, parse(requests.entityQueryRequest, body))],
    ['batch/get', (body) => batchGet(store, parse(requests.batchGetRequest, body))],
    ['batch/set', (body) => batchSet(store, entities, parse(requests.batchSetRequest, body))],
    ['batch/delete', (body) => batchDelete(store, entities, parse(requests.batchDeleteRequest, body))],
    ['transaction', (body) => transact(store, entities, parse(requests.transactionRequest, body))],
  ]);
}

/** The HTTP surface of Forge storage that `@forge/kvs` 1.6.5 calls (`POST /api/v1/...`). */
export function createKvsApp(store: KvsStore, entities: ReadonlyMap<string, EntityDefinition>): Hono {
  const app = new Hono();
  for (const [path, carryOut] of operations(store, entities)) {
    app.post(`/api/v1/${path}`, async (context) => {
      const text = await context.req.text();
      if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) {
        throw new KvsRefusal(413, 'PAYLOAD_TOO_LARGE', 'A request is limited to a payload of 4 MB.');
      }
      const answer = carryOut(JSON.parse(text));
      return answer === undefined ? context.body(null, 204) : context.json(answer);
    });
  }
  app.onError((error, context) => {
    if (error instanceof KvsRefusal) {
      return context.json({ code: error.code, message: error.message }, error.status);
    }
    throw error;
  });
  app.notFound((context) =>
    context.json(
      { code: 'NOT_IMPLEMENTED', message: `The sandbox has no Forge storage call ${context.req.path}.` },
      501,
    ),
  );
  return app;
}
