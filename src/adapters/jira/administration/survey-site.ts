import { route } from '@forge/api';
import { issueTypeList, statusPage, thingPage } from '../../../contracts/jira/administration/site-parts';
import type { Survey } from '../../../domain/provisioning/survey';
import { readAsApp, readPages } from './administer';

type SiteParts = Omit<Survey, 'project' | 'current' | 'fields'>;

/** What the whole site has of what a governed project consists of, fields apart. */
export async function surveySite(): Promise<SiteParts> {
  const things = (path: Parameters<typeof readPages>[0]) => readPages(path, thingPage);
  const [
    issueTypes,
    statuses,
    screens,
    screenSchemes,
    issueTypeScreenSchemes,
    issueTypeSchemes,
    workflows,
    workflowSchemes,
  ] = await Promise.all([
    readAsApp(route`/rest/api/3/issuetype`, issueTypeList),
    readPages((start) => route`/rest/api/3/statuses/search?maxResults=200&startAt=${start}`, statusPage),
    things((start) => route`/rest/api/3/screens?maxResults=100&startAt=${start}`),
    things((start) => route`/rest/api/3/screenscheme?maxResults=100&startAt=${start}`),
    things((start) => route`/rest/api/3/issuetypescreenscheme?maxResults=100&startAt=${start}`),
    things((start) => route`/rest/api/3/issuetypescheme?maxResults=100&startAt=${start}`),
    readWorkflows(),
    things((start) => route`/rest/api/3/workflowscheme?maxResults=50&startAt=${start}`),
  ]);
  return {
    // Those of team-managed projects belong to their project alone.
    issueTypes: issueTypes
      .filter(({ scope }) => scope?.type !== 'PROJECT')
      .map(({ id, name, hierarchyLevel, subtask }) => ({ id, name, standard: hierarchyLevel === 0 && !subtask })),
    statuses: statuses
      .filter(({ scope }) => scope?.type !== 'PROJECT')
      .map(({ id, name, description, statusCategory }) => ({ id, name, description, category: statusCategory })),
    screens,
    screenSchemes,
    issueTypeScreenSchemes,
    issueTypeSchemes,
    workflows,
    workflowSchemes,
  };
}

function readWorkflows() {
  return readPages((start) => route`/rest/api/3/workflows/search?maxResults=50&startAt=${start}`, thingPage);
}
