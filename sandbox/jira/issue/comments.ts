/** Comments of an issue. */
import { z } from 'zod';
import { holds, requireIssue } from '../access';
import { readDocument } from '../document';
import type { Account, JiraSite } from '../jira-site';
import { badFields, forbidden, unsupported } from '../refusal';
import type { Comment, IssueRecord, Json } from '../state';
import { publishCommented } from './issue-events';

const commentSchema = z.object({ body: z.unknown() }).loose();

/** POST /rest/api/3/issue/{issueIdOrKey}/comment; the body is an Atlassian document. */
export function postComment(site: JiraSite, account: Account, idOrKey: string, input: unknown) {
  const issue = requireIssue(site, account, idOrKey);
  if (!holds(site, account, 'ADD_COMMENTS', site.store.projectOf(issue))) {
    throw forbidden('You do not have the permission to comment on this issue.');
  }
  const request = commentSchema.safeParse(input);
  if (!request.success) throw badFields({ comment: 'Comment body can not be empty!' });
  if (request.data.visibility !== undefined) throw unsupported('comments with a visibility');
  if (request.data.properties !== undefined) throw unsupported('comments with properties');
  const reading = readDocument(request.data.body);
  if (reading.kind === 'empty') throw badFields({ comment: 'Comment body can not be empty!' });
  if (reading.kind !== 'document') throw badFields({ comment: 'Comment body is not valid!' });
  return { issue, comment: addComment(site, account, issue, reading.document) };
}

/** Adds a comment that was checked before. */
export function addComment(site: JiraSite, account: Account, issue: IssueRecord, body: Json): Comment {
  const created = site.clock.now();
  const comment = { id: site.store.nextId('comment'), author: account.accountId, body, created };
  issue.comments.push(comment);
  issue.values.updated = created;
  publishCommented(site, account, issue, comment);
  return comment;
}
