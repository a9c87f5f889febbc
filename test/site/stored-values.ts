import { z } from 'zod';
import type { Site } from '../../sandbox';

const row = z.looseObject({ value: z.unknown() });
const snapshot = z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), row]))]));
type Snapshot = z.infer<typeof snapshot>;

/** Everything that the app has stored on a site, by namespace and key. */
export function storedValues(site: Site): ReadonlyMap<string, unknown> {
  const tables = readAll(site);
  return new Map(tables.flatMap(([namespace, rows]) => rows.map(([key, { value }]) => [`${namespace}/${key}`, value])));
}

/** Puts something else in the place of a stored value, as a defect or a stranger might. */
export function overwriteStored(
  site: Site,
  key: string,
  change: (value: Record<string, unknown>) => unknown,
): { expectUntouched(): void } {
  const tables = readAll(site);
  const found = tables.flatMap(([, rows]) => rows).find(([name]) => name === key);
  if (found === undefined) throw new Error(`Nothing is stored under ${key}.`);
  const replaced = change(z.record(z.string(), z.unknown()).parse(found[1].value));
  found[1].value = replaced;
  storage(site).restore(tables);
  const before = JSON.stringify(replaced);
  return {
    expectUntouched: () => {
      const now = [...storedValues(site)].find(([name]) => name.endsWith(`/${key}`))?.[1];
      if (JSON.stringify(now) !== before) throw new Error(`${key} was overwritten.`);
    },
  };
}

function readAll(site: Site): Snapshot {
  return snapshot.parse(structuredClone(storage(site).snapshot()));
}

function storage(site: Site) {
  const part = site.forge.parts.find(({ name }) => name === 'kvs');
  if (part === undefined) throw new Error('The site has no storage.');
  return part;
}
