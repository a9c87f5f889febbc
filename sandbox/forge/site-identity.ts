/** The names by which Atlassian's platform calls a site, an installation and an app. Fixed: a sandbox has one of each. */
export interface SiteIdentity {
  readonly cloudId: string;
  readonly appId: string;
  readonly environmentId: string;
  readonly installationId: string;
  /** `installContext` of an app that requires Jira. */
  readonly contextAri: string;
  /** What the ARI of each of the app's modules begins with: `{extensionAri}/{moduleKey}`. */
  readonly extensionAri: string;
  /** Account id of the app's own user. */
  readonly appAccountId: string;
}

const CLOUD_ID = 'a1c3c4d2-0000-4000-8000-5a9db0c5a9d0';
const ENVIRONMENT_ID = 'e0000000-0000-4000-8000-000000000001';
const INSTALLATION_ID = '15000000-0000-4000-8000-000000000001';

export function siteIdentity(appId: string): SiteIdentity {
  return {
    cloudId: CLOUD_ID,
    appId,
    environmentId: ENVIRONMENT_ID,
    installationId: INSTALLATION_ID,
    contextAri: `ari:cloud:jira::site/${CLOUD_ID}`,
    extensionAri: `ari:cloud:ecosystem::extension/${appId}/${ENVIRONMENT_ID}/static`,
    appAccountId: `712020:${appId}`,
  };
}
