import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../sandbox';
import type { OpenApiContract } from '../sandbox/openapi-contract';
import { ROOT } from './open-site';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Lets everything that the app itself asks of a product pass by and keeps it. */
export function listen(product: Site['confluence']): Sent[] {
  const sent: Sent[] = [];
  const answer = product.app.fetch.bind(product.app);
  product.app.fetch = async (request, bindings) => {
    const { pathname, search } = new URL(request.url);
    if (request.headers.get('authorization') === null) {
      const text = await request.clone().text();
      sent.push({
        method: request.method,
        path: `${pathname}${search}`,
        body: text === '' ? undefined : JSON.parse(text),
      });
    }
    return answer(request, bindings);
  };
  return sent;
}

/** What an official description finds wrong with requests, each thing once. @param toPath Its path of the address of a request. */
export function problemsOf(
  sent: readonly Sent[],
  contract: OpenApiContract,
  toPath: (address: string) => string,
): readonly string[] {
  const problems = sent.flatMap(({ method, path, body }) =>
    contract
      .operation(method, toPath(path))
      .requestProblems(body)
      .map((problem) => `${method} ${path}: ${problem}`),
  );
  return [...new Set(problems)];
}

/** The addresses that the adapters of a product write down, each as what stands in the code and a pattern for its path. */
export function writtenRoutes(
  product: 'jira' | 'confluence',
): readonly { readonly text: string; readonly path: RegExp }[] {
  const folder = join(ROOT, 'src/adapters', product);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/route`([^`]*)`/g)].map(([, text = '']) => text),
  );
  return [...new Set(texts)].map((text) => ({ text, path: new RegExp(`^${patternOf(text)}$`) }));
}

/** Something stands for each value; what comes after the question mark is no part of the path. */
function patternOf(text: string): string {
  const [path = ''] = text.split('?');
  return path.replaceAll(/\$\{[^}]*\}/g, '[^/]+');
}
