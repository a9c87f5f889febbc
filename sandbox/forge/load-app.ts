import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { Script } from 'node:vm';
import type { SiteClock } from '../platform';
import { createAppGlobals, type ForgeGlobals } from './app-globals';
import { DeployRefusal, modulesOf, type AppManifest } from './manifest';

export type AppFunction = (payload: unknown, context: unknown) => unknown;

/** Names that the app's code would otherwise find on the real global object. */
const SHADOWED = ['globalThis', 'global', 'Date', 'fetch'] as const;
const PARAMETERS = ['module', 'exports', 'require', '__filename', '__dirname', ...SHADOWED];

/**
 * The code of a bundle as a function, in the process's own realm. V8 recognises the source of a script that it has
 * compiled before (it does not with `compileFunction`): the second site of a process has its app at once.
 */
function compile(code: string, filename: string): (...values: unknown[]) => void {
  const script = new Script(`(function (${PARAMETERS.join(', ')}) {${code}\n})`, { filename });
  return script.runInThisContext() as (...values: unknown[]) => void;
}

function builtinRequire(bundle: string): (name: string) => unknown {
  const requireFrom = createRequire(bundle);
  return (name) => {
    if (!isBuiltin(name)) {
      throw new DeployRefusal(`The bundle requires ${name}, which is neither bundled nor a part of Node.`);
    }
    return requireFrom(name) as unknown;
  };
}

function findHandler(exports: Readonly<Record<string, unknown>>, key: string, handler: string): AppFunction {
  const [file, name, ...rest] = handler.split('.');
  const found = file === 'index' && rest.length === 0 && name !== undefined ? exports[name] : undefined;
  if (typeof found !== 'function') {
    throw new DeployRefusal(`The handler ${handler} of function ${key} is not an export of src/index.ts.`);
  }
  return found as AppFunction;
}

/**
 * Evaluates a bundle once for one site and answers its functions by their manifest key. The app sees the site's clock
 * and the Forge runtime; the process's own globals stay untouched.
 * @throws DeployRefusal when a declared handler is not exported
 */
export async function loadApp(
  bundle: string,
  manifest: AppManifest,
  clock: SiteClock,
  forge: ForgeGlobals,
): Promise<ReadonlyMap<string, AppFunction>> {
  const globals = createAppGlobals(clock, forge) as Readonly<Record<string, unknown>>;
  const evaluate = compile(await readFile(bundle, 'utf8'), bundle);
  const module = { exports: {} as Record<string, unknown> };
  const shadows = SHADOWED.map((name) => globals[name]);
  evaluate(module, module.exports, builtinRequire(bundle), bundle, '/', ...shadows);
  return new Map(
    modulesOf(manifest, 'function').map(({ key, handler }) => [key, findHandler(module.exports, key, handler)]),
  );
}
