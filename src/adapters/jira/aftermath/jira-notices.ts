import { asApp, route } from '@forge/api';
import { person } from '../../../contracts/jira/issue';
import { commentPage, writtenComment } from '../../../contracts/jira/watched-issue';
import type { AccountId } from '../../../domain/change/identity';
import { Failure } from '../../../domain/failure';
import type { Notice, Notices } from '../../../ports/notices';
import { requireIssueId } from '../issue-id';
import { fromJira } from '../jira-answer';

const JSON_ANSWER = { headers: { Accept: 'application/json' } };
/** A notice that was written and whose answer got lost stands among the last few comments. */
const LOOKED_AT = '50';

/**
 * Tells people by a comment on the change that mentions them: Jira then notifies each as that person wishes. It stays on
 * the change, it needs no more than `write:jira-work`, and it can be seen whether it was written before: by the app itself,
 * because everybody who may comment could write its mark in advance. An e-mail by `POST /issue/{id}/notify` leaves no
 * trace, so that one sent twice could not be told from one sent once.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
 */
export class JiraNotices implements Notices {
  async tell({ issue, text, to, mark }: Notice): Promise<boolean> {
    const id = requireIssueId(issue);
    try {
      const before = route`/rest/api/3/issue/${id}/comment?orderBy=-created&maxResults=${LOOKED_AT}`;
      const { comments } = await fromJira(asApp().requestJira(before, JSON_ANSWER), commentPage);
      const alike = comments.filter(({ body }) => JSON.stringify(body ?? null).includes(`${mark}.`));
      if (alike.length > 0 && (await hasOwn(alike))) return true;
      const headers = { ...JSON_ANSWER.headers, 'Content-Type': 'application/json' };
      const body = JSON.stringify({ body: documentOf(text, to, mark) });
      const path = route`/rest/api/3/issue/${id}/comment`;
      await fromJira(asApp().requestJira(path, { method: 'POST', headers, body }), writtenComment);
      return true;
    } catch (error) {
      if (error instanceof Failure && (error.code === 'not-found' || error.code === 'not-allowed')) return false;
      throw error;
    }
  }
}

async function hasOwn(comments: readonly { readonly author?: { readonly accountId: AccountId } | null | undefined }[]) {
  const { accountId } = await fromJira(asApp().requestJira(route`/rest/api/3/myself`, JSON_ANSWER), person);
  return comments.some(({ author }) => author?.accountId === accountId);
}

function documentOf(text: string, to: readonly AccountId[], mark: string): unknown {
  const mentions = to.flatMap((id) => [
    { type: 'mention', attrs: { id } },
    { type: 'text', text: ' ' },
  ]);
  return {
    type: 'doc',
    version: 1,
    content: [
      { type: 'paragraph', content: [{ type: 'text', text }] },
      { type: 'paragraph', content: [...mentions, { type: 'text', text: `${mark}.`, marks: [{ type: 'em' }] }] },
    ],
  };
}
