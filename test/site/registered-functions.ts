import type { Site } from '../../sandbox';
import * as app from '../../src/index';

/** The module with a resolver, and the functions that it answers to: as the manifest and the app itself say. */
export function registeredFunctions(site: Site): readonly string[] {
  const resolvers = new Map(Object.entries(app).flatMap(([key, value]) => namesOf(key, value)));
  return site.forge.manifest.modules.flatMap((module) => {
    if (!('resolver' in module) || module.resolver === undefined) return [];
    const names = resolvers.get(module.resolver.function);
    if (names === undefined) throw new Error(`${module.resolver.function} does not say which functions it has.`);
    return names.map((name) => `${module.key}.${name}`);
  });
}

function namesOf(key: string, value: object): [string, readonly string[]][] {
  return 'functionNames' in value && Array.isArray(value.functionNames) ? [[key, value.functionNames.map(String)]] : [];
}
