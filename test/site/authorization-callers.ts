import { PEOPLE } from '../../demo/people';
import type { Site } from '../../sandbox';

const { ada, priya, sam, ivo, nils, jonas, mia } = PEOPLE;

/** One kind of caller: either somebody whom the platform lets in, or a context that it never should hand over. */
export type Caller = { readonly as: (site: Site) => string } | { readonly context: Readonly<Record<string, string>> };

const person = ({ accountId }: { readonly accountId: string }): readonly Caller[] => [{ as: () => accountId }];

/**
 * The columns of the table. No module of the manifest lets in whoever is not logged in or has no licence, and the sandbox
 * lets them in nowhere; what the app answers should the platform do so is asked past it.
 * @see https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
 */
export const CALLERS: Readonly<Record<string, readonly Caller[]>> = {
  anonymous: [{ context: {} }, { context: { accountId: 'unidentified', accountType: 'anonymous' } }],
  unlicensed: ['unlicensed', 'customer'].map((accountType) => ({
    context: { accountId: jonas.accountId, accountType },
  })),
  'other project': person(mia),
  onlooker: person(ada),
  requester: person(priya),
  approver: person(sam),
  implementer: person(ivo),
  'project admin': person(nils),
  'Jira admin': person(jonas),
  'app account': [{ as: (site) => site.forge.identity.appAccountId }],
};

export interface ResolverCall {
  readonly module: string;
  readonly functionName: string;
  readonly payload: unknown;
  /** What the browser says is open. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/** Calls a function of a resolver; the account comes from the platform, everything else from the caller. */
export async function callAs(site: Site, caller: Caller, call: ResolverCall): Promise<unknown> {
  const { module, functionName, payload, extension } = call;
  if ('as' in caller) {
    return site.invoke(module, functionName, payload, { as: caller.as(site), context: { extension } });
  }
  const found = site.forge.manifest.modules.find(({ key, type }) => key === module && type !== 'function');
  if (found === undefined || !('resolver' in found) || found.resolver === undefined) {
    throw new Error(`The module ${module} has no resolver.`);
  }
  const outcome = await site.forge.run({
    module: found,
    functionKey: found.resolver.function,
    payload: { call: { functionKey: functionName, payload }, context: { ...caller.context, extension } },
    accountId: caller.context['accountId'],
  });
  return 'value' in outcome ? outcome.value : outcome;
}
