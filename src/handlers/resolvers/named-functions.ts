import { makeResolver } from '@forge/resolver';
import { refused } from '../invocation';

type Functions = Parameters<typeof makeResolver>[0];

/**
 * A resolver of exactly these functions. `@forge/resolver` looks a name up with `in`, so that it would also run what every
 * object inherits (`constructor`, `toString`).
 */
export function resolverOf(functions: Functions): ReturnType<typeof makeResolver> {
  const resolve = makeResolver(functions);
  return async (request, runtime) =>
    Object.hasOwn(functions, request.call.functionKey)
      ? resolve(request, runtime)
      : refused('bad-request', 'The app has no such function.');
}
