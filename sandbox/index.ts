import { assembleSite } from './assemble-site';
import { createConfluence } from './confluence';
import { createDirectory } from './directory';
import { createJira } from './jira';
import type { Site, SiteOptions } from './site';

export type { InvokeOptions, Product, Site, SiteOptions } from './site';
export { buildApp } from './forge/build-app';
export { InvocationFailure, SiteRefusal } from './site-refusal';
export { serveSite, type ServedSite } from './http';

/**
 * A local Atlassian site with Jira, Confluence and a Forge host on which the app in `appDir` is deployed.
 * @throws DeployRefusal when the app asks for something that the sandbox does not support
 */
export function createSite(options: SiteOptions = {}): Promise<Site> {
  return assembleSite({ createDirectory, createJira, createConfluence }, options);
}
