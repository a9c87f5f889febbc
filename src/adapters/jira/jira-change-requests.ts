import { asApp, asUser, route } from '@forge/api';
import type { FieldMap } from '../../contracts/field-map';
import { changelogPage, type ChangelogPage } from '../../contracts/jira/changelog';
import { issueCreated, namedIssue, visibleIssue, type NamedIssue } from '../../contracts/jira/issue';
import { searchPage, searchPageWithFields, type SearchPage } from '../../contracts/jira/search-page';
import type { ChangeHistory } from '../../domain/change/change-history';
import type { ChangeStory } from '../../domain/change/change-story';
import { Failure } from '../../domain/failure';
import type { PlannedChange } from '../../domain/calendar/overlapping-changes';
import type { Interval } from '../../domain/calendar/interval';
import type { Fact } from '../../domain/change/change-facts';
import type { FieldId, OwnField } from '../../domain/change/change-field';
import type { AccountId, PlanPart } from '../../domain/change/identity';
import type { ClosedStage, Stage } from '../../domain/change/lifecycle';
import type {
  AuthorsAsked,
  ChangeReading,
  ChangeRequests,
  ChangesFound,
  ScreenEdits,
  VisibleChange,
  WrittenValues,
} from '../../ports/change-requests';
import { closedChangesJql, openChangesJql, plannedChangesJql } from './changes-jql';
import { requireIssueId } from './issue-id';
import { findInJira, fromJira } from './jira-answer';
import { plannedChangeOf } from './planned-change';
import { authorsIn } from './read-authors';
import { readChange } from './read-change';
import { movesIn } from './read-history';
import { storyOf } from './read-story';
import { searchChanges } from './search-changes';
import { moveIssue, writeFields } from './write-issue';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
const CHANGELOG_PAGE = 100;
const MOST_PLANNED = 100;
/** No change has this many histories; a changelog that never ends is not one. */
const MOST_HISTORIES = 20_000;

/** Change requests in Jira, over REST API v3. */
export class JiraChangeRequests implements ChangeRequests {
  readonly #readFieldMap: () => Promise<FieldMap>;

  constructor(readFieldMap: () => Promise<FieldMap>) {
    this.#readFieldMap = readFieldMap;
  }

  async read(issue: string, edits: ScreenEdits = {}): Promise<ChangeReading> {
    const [found, map] = await Promise.all([readIssue(requireIssueId(issue)), this.#readFieldMap()]);
    return readChange(found, map, edits);
  }

  async authors(issue: string, asked: AuthorsAsked): Promise<Readonly<Record<FieldId, Fact<AccountId | null>>>> {
    const id = requireIssueId(issue);
    const [found, histories, map] = await Promise.all([readIssue(id), readChangelog(id), this.#readFieldMap()]);
    return authorsIn(found, histories, map, asked);
  }

  async plannedOn(services: readonly string[], within: Interval, except: string): Promise<readonly PlannedChange[]> {
    const map = await this.#readFieldMap();
    const id = requireIssueId(except);
    const fields = '*all,-comment,-worklog,-attachment';
    const query = (closed: readonly ClosedStage[]) => plannedChangesJql(map, services, within, id, closed);
    const page = await searchChanges(asApp(), map, query, (jql) => {
      const parameters = new URLSearchParams({ jql, fields, expand: 'names', maxResults: String(MOST_PLANNED) });
      const path = route`/rest/api/3/search/jql?${parameters}`;
      return fromJira(asApp().requestJira(path, JSON_ANSWER), searchPageWithFields);
    });
    const names = page?.names ?? {};
    return (page?.issues ?? []).flatMap((found) => plannedChangeOf(readChange({ ...found, names }, map, {})));
  }

  async openChanges(cursor: string | null, limit: number): Promise<ChangesFound> {
    const map = await this.#readFieldMap();
    const query = (closed: readonly ClosedStage[]) => openChangesJql(map, closed);
    return foundIn(await searchChanges(asApp(), map, query, (jql) => searchIn(asApp(), jql, cursor, limit)));
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

  async story(issue: string, parts: readonly PlanPart[], own: readonly OwnField[]): Promise<ChangeStory> {
    const id = requireIssueId(issue);
    const [found, histories, map] = await Promise.all([readIssue(id), readChangelog(id), this.#readFieldMap()]);
    return storyOf(found, histories, map, parts, own);
  }

  async write(issue: string, values: WrittenValues, own: readonly OwnField[]): Promise<void> {
    await writeFields(requireIssueId(issue), values, await this.#readFieldMap(), own);
  }

  async move(issue: string, to: Stage): Promise<void> {
    await moveIssue(requireIssueId(issue), to, await this.#readFieldMap());
  }

  async searchClosed(query: {
    readonly text: string;
    readonly cursor: string | null;
    readonly limit: number;
  }): Promise<ChangesFound> {
    if (looksLikeKey(query.text)) return { changes: await findVisible(query.text.trim()), cursor: null };
    const { text, cursor, limit } = query;
    const map = await this.#readFieldMap();
    const ask = (closed: readonly ClosedStage[]) =>
      closed.length === 0 ? undefined : closedChangesJql(map, text, closed);
    return foundIn(await searchChanges(asUser(), map, ask, (jql) => searchIn(asUser(), jql, cursor, limit)));
  }
}

function readIssue(id: string): Promise<NamedIssue> {
  const path = route`/rest/api/3/issue/${id}?fields=*all,-comment,-worklog,-attachment&expand=names`;
  return fromJira(asApp().requestJira(path, JSON_ANSWER), namedIssue);
}

function searchIn(
  as: Pick<ReturnType<typeof asApp>, 'requestJira'>,
  jql: string,
  cursor: string | null,
  limit: number,
): Promise<SearchPage> {
  const parameters = new URLSearchParams({ jql, fields: 'id,key', maxResults: String(limit) });
  if (cursor !== null) parameters.set('nextPageToken', cursor);
  return fromJira(as.requestJira(route`/rest/api/3/search/jql?${parameters}`, JSON_ANSWER), searchPage);
}

function foundIn(page: SearchPage | undefined): ChangesFound {
  const { issues = [], nextPageToken } = page ?? {};
  return { changes: issues.map(({ id, key }) => ({ id, key })), cursor: nextPageToken ?? null };
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
