import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import {
  checkEventScopes,
  checkExpressions,
  checkFieldSchemas,
  checkReferences,
  checkTimeouts,
} from './check-manifest';
import { DeployRefusal } from './deploy-refusal';
import type { EntityDefinition } from './kvs/entity-definition';
import {
  manifestSchema,
  MODULE_SCHEMAS,
  type ManifestDocument,
  type ModuleDefinition,
  type ModuleType,
} from './manifest-schema';
import { isKnownScope } from './scopes/known-scopes';

export { DeployRefusal } from './deploy-refusal';

export type AppModule = { [T in ModuleType]: { readonly type: T } & Readonly<ModuleDefinition<T>> }[ModuleType];
export type ModuleOf<T extends ModuleType> = Extract<AppModule, { type: T }>;

/** A manifest that this host can run completely. */
export interface AppManifest {
  /** The UUID in `app.id`. */
  readonly appId: string;
  readonly modules: readonly AppModule[];
  readonly resources: NonNullable<ManifestDocument['resources']>;
  readonly scopes: ReadonlySet<string>;
  /** `permissions` as it stands in the manifest, for the content security policy of Custom UI. */
  readonly permissions: Readonly<Record<string, unknown>>;
  readonly entities: ReadonlyMap<string, EntityDefinition>;
}

function refuse(where: string, error: z.ZodError): never {
  const problems = error.issues.map((issue) => `${[where, ...issue.path].join('.')}: ${issue.message}`);
  throw new DeployRefusal(`The sandbox cannot run this manifest.\n${problems.join('\n')}`);
}

function isSupported(type: string): type is ModuleType {
  return Object.hasOwn(MODULE_SCHEMAS, type);
}

function readModules(document: ManifestDocument): readonly AppModule[] {
  return Object.entries(document.modules).flatMap(([type, definitions]) => {
    if (!isSupported(type)) {
      throw new DeployRefusal(`The sandbox does not support the module type ${type}.`);
    }
    return definitions.map((definition) => {
      const parsed = MODULE_SCHEMAS[type].safeParse(definition);
      return parsed.success
        ? ({ type, ...parsed.data } as AppModule)
        : refuse(`modules.${type}.${definition.key}`, parsed.error);
    });
  });
}

function readEntities(document: ManifestDocument): ReadonlyMap<string, EntityDefinition> {
  const entities = document.app.storage?.entities ?? [];
  return new Map(
    entities.map(({ name, attributes, indexes = [] }) => [
      name,
      {
        name,
        attributes: new Map(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type])),
        indexes: indexes.map((index) =>
          typeof index === 'string'
            ? { name: index, partition: [], range: index }
            : { name: index.name, partition: index.partition ?? [], range: index.range[0] ?? '' },
        ),
      },
    ]),
  );
}

function readScopes(document: ManifestDocument): ReadonlySet<string> {
  const { scopes = [] } = document.permissions;
  const names = Array.isArray(scopes) ? scopes : Object.keys(scopes);
  const unknown = names.filter((scope) => !isKnownScope(scope));
  if (unknown.length > 0) {
    throw new DeployRefusal(`The sandbox does not know the scope ${unknown.join(', ')}.`);
  }
  return new Set(names);
}

/**
 * Reads a manifest as far as the host relies on it.
 * @throws DeployRefusal when it holds a module type, property or scope that the host does not support
 */
export function readManifest(yaml: string): AppManifest {
  const parsed = manifestSchema.safeParse(parse(yaml));
  if (!parsed.success) {
    return refuse('manifest', parsed.error);
  }
  const modules = readModules(parsed.data);
  checkReferences(modules);
  checkTimeouts(modules);
  checkExpressions(modules);
  checkFieldSchemas(modules);
  const scopes = readScopes(parsed.data);
  checkEventScopes(modules, scopes);
  return {
    appId: parsed.data.app.id.replace('ari:cloud:ecosystem::app/', ''),
    modules,
    resources: parsed.data.resources ?? [],
    scopes,
    permissions: parsed.data.permissions,
    entities: readEntities(parsed.data),
  };
}

export async function loadManifest(appDir: string): Promise<AppManifest> {
  return readManifest(await readFile(join(appDir, 'manifest.yml'), 'utf8'));
}

export function modulesOf<T extends ModuleType>(manifest: AppManifest, type: T): readonly ModuleOf<T>[] {
  return manifest.modules.filter((module): module is ModuleOf<T> => module.type === type);
}
