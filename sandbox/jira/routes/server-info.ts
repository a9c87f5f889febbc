/** GET /rest/api/3/serverInfo, the one resource that answers without a login. */
import type { JiraSite } from '../jira-site';
import { jiraTimestamp } from '../timestamp';

export function serverInfo(site: JiraSite) {
  return {
    baseUrl: site.baseUrl(),
    displayUrl: site.baseUrl(),
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100282,
    buildDate: '2026-01-05T00:00:00.000+0000',
    serverTime: jiraTimestamp(site.clock.now()),
    serverTimeZone: 'Etc/UTC',
    scmInfo: 'sandbox',
    serverTitle: 'Jira',
  };
}
