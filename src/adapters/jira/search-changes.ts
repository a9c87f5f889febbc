import { route, type asApp } from '@forge/api';
import type { FieldMap } from '../../contracts/field-map';
import { namedThings } from '../../contracts/jira/named-things';
import { CLOSED_STAGES, type ClosedStage } from '../../domain/change/lifecycle';
import { Failure } from '../../domain/failure';
import { fromJira } from './jira-answer';
import { isCalled } from './read-change';

type Asking = Pick<ReturnType<typeof asApp>, 'requestJira'>;

/** JQL over change requests, made for the closed statuses that it may name; undefined where it would find nothing. */
type ChangesQuery = (closed: readonly ClosedStage[]) => string | undefined;

const JSON_ANSWER = { headers: { Accept: 'application/json' } };

/**
 * Searches for change requests. Jira refuses JQL that names an issue type or a status that it has not got (or that the
 * reader may not see) with 400, as on a site where no project is set up yet: without the type there are no change
 * requests, and without a status none is in it.
 * @returns undefined where there can be none.
 * @throws Failure as `search` does.
 */
export async function searchChanges<T>(
  as: Asking,
  map: FieldMap,
  query: ChangesQuery,
  search: (jql: string) => Promise<T>,
): Promise<T | undefined> {
  const jql = query(CLOSED_STAGES);
  if (jql === undefined) return undefined;
  try {
    return await search(jql);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unexpected-answer') throw error;
    const closed = await closedStagesIn(as, map);
    if (closed === undefined) return undefined;
    if (closed.length === CLOSED_STAGES.length) throw error;
    const narrower = query(closed);
    return narrower === undefined ? undefined : search(narrower);
  }
}

/** The closed stages that Jira has a status for; undefined where it has no issue type for change requests. */
async function closedStagesIn(as: Asking, map: FieldMap): Promise<readonly ClosedStage[] | undefined> {
  const [types, statuses] = await Promise.all([
    fromJira(as.requestJira(route`/rest/api/3/issuetype`, JSON_ANSWER), namedThings),
    fromJira(as.requestJira(route`/rest/api/3/status`, JSON_ANSWER), namedThings),
  ]);
  if (!types.some((type) => isCalled(map.issueType, type))) return undefined;
  return CLOSED_STAGES.filter((stage) => statuses.some((status) => isCalled(map.stages[stage], status)));
}
