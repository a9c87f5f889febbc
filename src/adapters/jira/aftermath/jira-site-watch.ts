import { asApp, route } from '@forge/api';
import type { FieldMap } from '../../../contracts/field-map';
import { followedWorkflows } from '../../../contracts/jira/administration/standing-workflow';
import { changelogPage, type ChangelogPage } from '../../../contracts/jira/changelog';
import { visibleIssue } from '../../../contracts/jira/issue';
import { idPage, standingIssues, watchedIssue } from '../../../contracts/jira/watched-issue';
import type { ChangeTrace } from '../../../domain/aftermath/change-trace';
import type { StandingWorkflow } from '../../../domain/aftermath/guard-faults';
import { Failure } from '../../../domain/failure';
import type { SiteWatch, StandingIssue } from '../../../ports/site-watch';
import { administer } from '../administration/administer';
import { touchedChangesJql } from '../changes-jql';
import { requireIssueId } from '../issue-id';
import { findInJira, fromJira } from '../jira-answer';
import { isCalled } from '../read-change';
import { searchChanges } from '../search-changes';
import { standingWorkflow } from './standing-workflow';
import { traceOf } from './trace-of';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
/** Ids alone come by thousands. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
const IDS_IN_PAGE = '5000';
const MOST_PAGES = 40;
const CHANGELOG_PAGE = '100';
const MOST_HISTORIES = 10_000;

/** Jira, looked at as the app after the fact, over REST API v3. */
export class JiraSiteWatch implements SiteWatch {
  readonly #readFieldMap: () => Promise<FieldMap>;

  constructor(readFieldMap: () => Promise<FieldMap>) {
    this.#readFieldMap = readFieldMap;
  }

  async trace(issue: string, wasChange: boolean): Promise<ChangeTrace | undefined> {
    const id = requireIssueId(issue);
    const path = route`/rest/api/3/issue/${id}?fields=created,creator,issuetype,project,status`;
    const [found, map] = await Promise.all([
      findInJira(asApp().requestJira(path, JSON_ANSWER), watchedIssue),
      this.#readFieldMap(),
    ]);
    if (found === undefined) return undefined;
    const isChange = wasChange || isCalled(map.issueType, found.fields.issuetype);
    return traceOf(found, isChange ? await changelogOf(id) : [], map);
  }

  async touchedWithin(minutes: number): Promise<readonly string[]> {
    const map = await this.#readFieldMap();
    const jql = touchedChangesJql(map, minutes);
    const ids: string[] = [];
    let token: string | undefined;
    for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
      const parameters = new URLSearchParams({ jql, fields: 'id', maxResults: IDS_IN_PAGE });
      if (token !== undefined) parameters.set('nextPageToken', token);
      const path = route`/rest/api/3/search/jql?${parameters}`;
      const page = await searchChanges(
        asApp(),
        map,
        () => jql,
        () => fromJira(asApp().requestJira(path, JSON_ANSWER), idPage),
      );
      if (page === undefined) return ids;
      const { issues, nextPageToken } = page;
      ids.push(...issues.map(({ id }) => id));
      if (nextPageToken == null) return ids;
      token = nextPageToken;
    }
    throw new Failure('unexpected-answer', 'Jira did not end the list of changes that were touched.');
  }

  async standing(ids: readonly string[]): Promise<ReadonlyMap<string, StandingIssue>> {
    if (ids.length === 0) return new Map();
    const body = JSON.stringify({ issueIdsOrKeys: ids, fields: ['issuetype'] });
    const headers = { ...JSON_ANSWER.headers, 'Content-Type': 'application/json' };
    const request = asApp().requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', headers, body });
    const [{ issues }, map] = await Promise.all([fromJira(request, standingIssues), this.#readFieldMap()]);
    return new Map(
      issues.map(({ id, key, fields }) => [id, { key, isChangeRequest: isCalled(map.issueType, fields.issuetype) }]),
    );
  }

  async lookFor(id: string): Promise<'there' | 'gone' | 'hidden'> {
    const path = route`/rest/api/3/issue/${requireIssueId(id)}?fields=id`;
    try {
      return (await findInJira(asApp().requestJira(path, JSON_ANSWER), visibleIssue)) === undefined ? 'gone' : 'there';
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-allowed') return 'hidden';
      throw error;
    }
  }

  async workflowOf(projectId: string, issueTypeId: string): Promise<StandingWorkflow | undefined> {
    const asked = { projectAndIssueTypes: [{ projectId, issueTypeId }] };
    const map = await this.#readFieldMap();
    try {
      const path = route`/rest/api/3/workflows`;
      return standingWorkflow(await administer('POST', path, asked, followedWorkflows), map);
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-found') return undefined;
      throw error;
    }
  }
}

async function changelogOf(id: string): Promise<ChangelogPage['values']> {
  const histories: ChangelogPage['values'] = [];
  while (histories.length < MOST_HISTORIES) {
    const start = String(histories.length);
    const path = route`/rest/api/3/issue/${id}/changelog?startAt=${start}&maxResults=${CHANGELOG_PAGE}`;
    const page = await fromJira(asApp().requestJira(path, JSON_ANSWER), changelogPage);
    histories.push(...page.values);
    if (page.isLast === true || page.values.length === 0 || histories.length === page.total) return histories;
  }
  throw new Failure('unexpected-answer', 'Jira did not end the changelog of this issue.');
}
