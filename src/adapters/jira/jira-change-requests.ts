import { asApp, asUser, route } from '@forge/api';
import type { FieldMap } from '../../contracts/field-map';
import { changelogPage, type ChangelogPage } from '../../contracts/jira/changelog';
import { issueCreated, namedIssue, visibleIssue } from '../../contracts/jira/issue';
import { searchPage } from '../../contracts/jira/search-page';
import type { ChangeHistory } from '../../domain/change/change-history';
import { Failure } from '../../domain/failure';
import type { ChangeReading, ChangeRequests, ScreenEdits, VisibleChange } from '../../ports/change-requests';
import { closedChangesJql } from './closed-changes-jql';
import { requireIssueId } from './issue-id';
import { findInJira, fromJira } from './jira-answer';
import { readChange } from './read-change';
import { movesIn } from './read-history';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
const CHANGELOG_PAGE = 100;
/** No change has this many histories; a changelog that never ends is not one. */
const MOST_HISTORIES = 20_000;

/** Change requests in Jira, over REST API v3. */
export class JiraChangeRequests implements ChangeRequests {
  readonly #readFieldMap: () => Promise<FieldMap>;

  constructor(readFieldMap: () => Promise<FieldMap>) {
    this.#readFieldMap = readFieldMap;
  }

  async read(issue: string, edits: ScreenEdits = {}): Promise<ChangeReading> {
    const id = requireIssueId(issue);
    const path = route`/rest/api/3/issue/${id}?fields=*all,-comment,-worklog,-attachment&expand=names`;
    const [found, map] = await Promise.all([
      fromJira(asApp().requestJira(path, JSON_ANSWER), namedIssue),
      this.#readFieldMap(),
    ]);
    return readChange(found, map, edits);
  }

  async history(issue: string): Promise<ChangeHistory> {
    const id = requireIssueId(issue);
    const created = asApp().requestJira(route`/rest/api/3/issue/${id}?fields=created`, JSON_ANSWER);
    const [{ fields }, histories, map] = await Promise.all([
      fromJira(created, issueCreated),
      readChangelog(id),
      this.#readFieldMap(),
    ]);
    return { createdAt: fields.created, moves: movesIn(histories, map) };
  }

  async searchClosed(query: {
    readonly text: string;
    readonly cursor: string | null;
    readonly limit: number;
  }): Promise<{
    readonly changes: readonly VisibleChange[];
    readonly cursor: string | null;
  }> {
    if (looksLikeKey(query.text)) return { changes: await findVisible(query.text.trim()), cursor: null };
    const jql = closedChangesJql(await this.#readFieldMap(), query.text);
    const parameters = new URLSearchParams({ jql, fields: 'id,key', maxResults: String(query.limit) });
    if (query.cursor !== null) parameters.set('nextPageToken', query.cursor);
    const path = route`/rest/api/3/search/jql?${parameters}`;
    const page = await fromJira(asUser().requestJira(path, JSON_ANSWER), searchPage);
    return { changes: page.issues.map(({ id, key }) => ({ id, key })), cursor: page.nextPageToken ?? null };
  }
}

function looksLikeKey(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(text.trim());
}

/** The issue with this key, if the reader may see it. Not by JQL: a key that does not exist makes Jira refuse the search. */
async function findVisible(key: string): Promise<readonly VisibleChange[]> {
  const path = route`/rest/api/3/issue/${requireIssueId(key)}?fields=id`;
  const found = await findInJira(asUser().requestJira(path, JSON_ANSWER), visibleIssue);
  return found === undefined ? [] : [{ id: found.id, key: found.key }];
}

async function readChangelog(id: string): Promise<ChangelogPage['values']> {
  const histories: ChangelogPage['values'] = [];
  while (histories.length < MOST_HISTORIES) {
    const start = String(histories.length);
    const path = route`/rest/api/3/issue/${id}/changelog?startAt=${start}&maxResults=${String(CHANGELOG_PAGE)}`;
    const page = await fromJira(asApp().requestJira(path, JSON_ANSWER), changelogPage);
    histories.push(...page.values);
    if (page.isLast === true || page.values.length === 0 || histories.length === page.total) return histories;
  }
  throw new Failure('unexpected-answer', 'Jira did not end the changelog of this issue.');
}
