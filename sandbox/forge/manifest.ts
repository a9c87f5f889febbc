import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { EntityDefinition } from './kvs/entity-definition';
import {
  manifestSchema,
  MODULE_SCHEMAS,
  type ManifestDocument,
  type ModuleDefinition,
  type ModuleType,
} from './manifest-schema';
import { isKnownScope } from './scopes/known-scopes';

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

/** The manifest asks for something that this host cannot do, or is not a manifest. The message names it. */
export class DeployRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeployRefusal';
  }
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

function referencedFunctions(module: AppModule): readonly string[] {
  switch (module.type) {
    case 'function':
      return [];
    case 'jira:workflowValidator':
    case 'trigger':
    case 'scheduledTrigger':
    case 'consumer':
      return [module.function];
    case 'macro':
      return [module.resolver?.function, module.adfExport?.function].filter((key) => key !== undefined);
    default:
      return module.resolver === undefined ? [] : [module.resolver.function];
  }
}

/** A longer time-out is for functions that only consumers and scheduled triggers name; anywhere else it is an error. */
function checkTimeouts(modules: readonly AppModule[]): void {
  const background = ['consumer', 'scheduledTrigger'];
  for (const module of modules) {
    const longer = modules.find(
      (called) =>
        called.type === 'function' &&
        called.timeoutSeconds !== undefined &&
        referencedFunctions(module).includes(called.key),
    );
    if (longer !== undefined && !background.includes(module.type)) {
      throw new DeployRefusal(`Module ${module.key} names the function ${longer.key}, which has timeoutSeconds.`);
    }
  }
}

function checkReferences(modules: readonly AppModule[]): void {
  const functions = new Set(modules.filter(({ type }) => type === 'function').map(({ key }) => key));
  const keys = modules.filter(({ type }) => type !== 'function').map(({ key }) => key);
  const doubled = keys.find((key, at) => keys.indexOf(key) !== at);
  if (doubled !== undefined) {
    throw new DeployRefusal(`The module key ${doubled} is used twice.`);
  }
  for (const module of modules) {
    const missing = referencedFunctions(module).find((key) => !functions.has(key));
    if (missing !== undefined) {
      throw new DeployRefusal(
        `Module ${module.key} names the function ${missing}, which the manifest does not declare.`,
      );
    }
  }
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
  return {
    appId: parsed.data.app.id.replace('ari:cloud:ecosystem::app/', ''),
    modules,
    resources: parsed.data.resources ?? [],
    scopes: readScopes(parsed.data),
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
