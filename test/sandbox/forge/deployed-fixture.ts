import { assembleSite } from '../../../sandbox/assemble-site';
import type { Site, SiteOptions } from '../../../sandbox/site';
import { buildFixture, FIXTURE_APP } from './build-fixture';
import { SEED, standInProducts, type JiraConnections } from './stand-in-products';

export interface DeployedFixture {
  readonly site: Site;
  readonly jira: JiraConnections;
  /** Calls a resolver function of the panel as Rita on issue ABC-1. */
  readonly ask: (functionKey: string, payload?: unknown) => Promise<unknown>;
  /** One storage step of the fixture app: `{ value }`, or `{ code, status }` of the SDK's error. */
  readonly kvs: (step: string, key: string, value?: unknown, options?: unknown) => Promise<unknown>;
}

/** A site at 2 March 2026, 09:00 UTC with the fixture app and stand-ins for the products. */
export async function deployFixture(options: SiteOptions = {}): Promise<DeployedFixture> {
  const { parts, jira } = standInProducts();
  const bundle = await buildFixture();
  const site = await assembleSite(parts, {
    appDir: FIXTURE_APP,
    bundle,
    seed: SEED,
    now: '2026-03-02T09:00:00Z',
    ...options,
  });
  const ask = (functionKey: string, payload: unknown = {}): Promise<unknown> =>
    site.invoke('panel', functionKey, payload, { as: 'rita', context: { issueKey: 'ABC-1' } });
  return {
    site,
    jira: jira(),
    ask,
    kvs: (step, key, value, storageOptions) => ask('kvs', { step, key, value, options: storageOptions }),
  };
}
