import { makeResolver } from '@forge/resolver';
import { refused } from '../invocation';

type Functions = Parameters<typeof makeResolver>[0];

/** A resolver that says by which names it can be called: whoever reviews who may call what can list them all. */
export type NamedResolver = ReturnType<typeof makeResolver> & { readonly functionNames: readonly string[] };

/**
 * A resolver of exactly these functions. `@forge/resolver` looks a name up with `in`, so that it would also run what every
 * object inherits (`constructor`, `toString`).
 */
export function resolverOf(functions: Functions): NamedResolver {
  const resolve = makeResolver(functions);
  const resolveNamed: ReturnType<typeof makeResolver> = async (request, runtime) =>
    Object.hasOwn(functions, request.call.functionKey)
      ? resolve(request, runtime)
      : refused('bad-request', 'The app has no such function.');
  return Object.assign(resolveNamed, { functionNames: Object.keys(functions) });
}
