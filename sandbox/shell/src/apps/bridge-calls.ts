import { z } from 'zod';
import type { ProductAnswer, ProductRequest } from '../../../forge/bridge-host';
import type { SiteClient } from '../site/site-client';
import { anything } from '../site/site-client';

/** What is open around a module, by its id; the site looks the rest up as the person who is asking. */
export interface OpenEntity {
  readonly issueKey?: string;
  readonly contentId?: string;
  readonly workflowRule?: OpenRule;
}

/** A workflow rule on one of its screens. */
export interface OpenRule {
  readonly screen: 'create' | 'edit' | 'view';
  readonly workflowId: string;
  readonly transitionId: string;
  readonly ruleId?: string;
}

const segment = encodeURIComponent;

/** Calls the resolver of a module, as `invoke` of `@forge/bridge` does. */
export function invokeResolver(
  site: SiteClient,
  moduleKey: string,
  functionKey: string,
  payload: unknown,
  context: OpenEntity,
): Promise<unknown> {
  return site.send(
    'POST',
    `/sandbox/invoke/${segment(moduleKey)}/${segment(functionKey)}`,
    { payload, context },
    anything,
  );
}

export function fetchContext(site: SiteClient, moduleKey: string, context: OpenEntity): Promise<unknown> {
  return site.send('POST', `/sandbox/context/${segment(moduleKey)}`, { context }, anything);
}

/** `requestJira` and `requestConfluence` of a front end. A refusal of the product is an answer, not an error. */
export async function requestProduct(
  site: SiteClient,
  product: string,
  request: ProductRequest,
): Promise<ProductAnswer> {
  const response = await site.raw(`/sandbox/request/${segment(product)}`, {
    method: 'POST',
    body: JSON.stringify(request),
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

const pageOfSpace = z.object({ spaceId: z.string() });
const spaceOfPage = z.object({ key: z.string() });

/** Where `router.navigate` of an app leads. Throws, by its name, for a target that this page does not have. */
export async function addressOf(site: SiteClient, to: Readonly<Record<string, unknown>>): Promise<string> {
  const text = (name: string): string => {
    const value = to[name];
    if (typeof value !== 'string') throw new Error(`A navigation needs ${name}.`);
    return value;
  };
  if (to['target'] === undefined) return new URL(text('url'), location.origin).href;
  switch (to['target']) {
    case 'issue':
      return `${location.origin}/browse/${segment(text('issueKey'))}`;
    case 'spaceView':
      return `${location.origin}/wiki/spaces/${segment(text('spaceKey'))}`;
    case 'contentView': {
      const id = segment(text('contentId'));
      const page = await site.get(`/wiki/api/v2/pages/${id}`, pageOfSpace);
      const space = await site.get(`/wiki/api/v2/spaces/${page.spaceId}`, spaceOfPage);
      return `${location.origin}/wiki/spaces/${segment(space.key)}/pages/${id}`;
    }
    default:
      throw new Error(`The sandbox cannot navigate to ${JSON.stringify(to['target'])}.`);
  }
}
