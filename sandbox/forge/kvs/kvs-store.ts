import { z } from 'zod';
import type { SiteClock, StatePart } from '../../platform';

/** One stored value with its metadata; instants in milliseconds since the epoch. */
export interface KvsRow {
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number;
}

export interface KvsStoreOptions {
  /** `until-deliver`: queries see what was stored before the last delivery (Forge queries are eventually consistent). */
  readonly queryLag?: 'none' | 'until-deliver';
  /**
   * `late` (default): a value is still read for 48 hours after it expired, as Forge says that it may be.
   * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#ttl
   */
  readonly expiry?: 'late' | 'prompt';
}

/** A namespace is `kvs`, `secret` or `entity:<name>`. */
export interface KvsStore extends StatePart {
  get(namespace: string, key: string): KvsRow | undefined;
  put(namespace: string, key: string, value: unknown, timeToLive?: number): KvsRow;
  delete(namespace: string, key: string): void;
  /** The rows that a query sees, ordered by key. */
  query(namespace: string): readonly (readonly [key: string, row: KvsRow])[];
  /** Lets queries see everything that is stored. */
  settle(): void;
}

const LATE_DELETION = 48 * 60 * 60 * 1000;

const rowSchema = z.object({
  value: z.unknown(),
  createdAt: z.number(),
  updatedAt: z.number(),
  expiresAt: z.number().optional(),
});
const snapshotSchema = z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), rowSchema]))]));

type Tables = Map<string, Map<string, KvsRow>>;

function copyTables(tables: Tables): Tables {
  return new Map([...tables].map(([namespace, rows]) => [namespace, new Map(rows)]));
}

/** The storage of one installation. Values are kept as the JSON that was sent and never shared with the app. */
export function createKvsStore(clock: SiteClock, options: KvsStoreOptions = {}): KvsStore {
  const tables: Tables = new Map();
  let settled: Tables | undefined = options.queryLag === 'until-deliver' ? new Map() : undefined;
  const grace = options.expiry === 'prompt' ? 0 : LATE_DELETION;
  const isThere = (row: KvsRow): boolean => row.expiresAt === undefined || clock.now() < row.expiresAt + grace;

  const get = (namespace: string, key: string): KvsRow | undefined => {
    const row = tables.get(namespace)?.get(key);
    return row !== undefined && isThere(row) ? row : undefined;
  };
  return {
    name: 'kvs',
    get,
    put: (namespace, key, value, timeToLive) => {
      const now = clock.now();
      const row: KvsRow = {
        value,
        createdAt: get(namespace, key)?.createdAt ?? now,
        updatedAt: now,
        ...(timeToLive === undefined ? {} : { expiresAt: now + timeToLive }),
      };
      const rows = tables.get(namespace) ?? new Map<string, KvsRow>();
      tables.set(namespace, rows.set(key, row));
      return row;
    },
    delete: (namespace, key) => {
      tables.get(namespace)?.delete(key);
    },
    query: (namespace) =>
      [...((settled ?? tables).get(namespace) ?? [])]
        .filter(([, row]) => isThere(row))
        .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
    settle: () => {
      if (settled !== undefined) {
        settled = copyTables(tables);
      }
    },
    snapshot: () => [...tables].map(([namespace, rows]) => [namespace, [...rows]]),
    restore: (value) => {
      tables.clear();
      for (const [namespace, rows] of snapshotSchema.parse(value)) {
        tables.set(namespace, new Map(rows.map(([key, row]) => [key, row as KvsRow])));
      }
      if (settled !== undefined) {
        settled = copyTables(tables);
      }
    },
  };
}
