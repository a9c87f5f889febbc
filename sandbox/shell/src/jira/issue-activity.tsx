import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import TextArea from '@atlaskit/textarea';
import { useCallback, useState } from 'react';
import { AdfView } from '../adf/adf-view';
import { textToAdf } from '../adf/plain-text';
import { Initials } from '../chrome/initials';
import { formatInstant } from '../date-time';
import { Loaded, MessageLines, useLoad } from '../loading';
import { useSession } from '../session';
import { addComment, fetchComments, fetchHistory } from '../site/jira-api';
import type { JiraComment, JiraHistory } from '../site/jira-shapes';
import { linesOf } from '../site/site-client';
import { RefusalBox } from './refusal-box';

interface IssueActivityProps {
  readonly issueKey: string;
  /** When the work item changed last: what happened to it is read again when this does. */
  readonly updated: string;
  readonly onCommented: () => void;
}

export function IssueActivity({ issueKey, updated, onCommented }: IssueActivityProps) {
  return (
    <section className="activity" aria-label="Activity">
      <Tabs id="activity">
        <TabList>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
        </TabList>
        <TabPanel>
          <Comments issueKey={issueKey} updated={updated} onCommented={onCommented} />
        </TabPanel>
        <TabPanel>
          <History issueKey={issueKey} updated={updated} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function Comments({ issueKey, updated, onCommented }: IssueActivityProps) {
  const { site, me } = useSession();
  const comments = useLoad(
    useCallback(() => fetchComments(site, issueKey), [site, issueKey]),
    updated,
  );
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setProblem([]);
    try {
      await addComment(site, issueKey, textToAdf(text));
      setText('');
      comments.reload();
      onCommented();
    } catch (error) {
      setProblem(linesOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="activity-list">
      <form
        className="comment-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Initials name={me.displayName} />
        <div className="comment-form-fields">
          <TextArea
            aria-label="Add a comment"
            placeholder="Add a comment"
            minimumRows={1}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          {text.trim() !== '' && (
            <div className="button-row">
              <Button appearance="primary" type="submit" isLoading={busy}>
                Save
              </Button>
            </div>
          )}
          {problem.length > 0 && (
            <RefusalBox title="The comment was not saved">
              <MessageLines lines={problem} />
            </RefusalBox>
          )}
        </div>
      </form>
      <Loaded from={comments} what="the comments">
        {(all) =>
          all.length === 0 ? (
            <p className="quiet">No comments yet.</p>
          ) : (
            <ul className="entries">
              {all.map((comment) => (
                <Comment key={comment.id} comment={comment} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function Comment({ comment }: { readonly comment: JiraComment }) {
  const { me } = useSession();
  const author = comment.author?.displayName ?? 'Somebody';
  return (
    <li className="entry">
      <Initials name={author} />
      <div className="entry-text">
        <p>
          <strong>{author}</strong> <span className="quiet">{formatInstant(comment.created, me.timeZone)}</span>
        </p>
        <AdfView document={comment.body} />
      </div>
    </li>
  );
}

function History({ issueKey, updated }: Omit<IssueActivityProps, 'onCommented'>) {
  const { site, me } = useSession();
  const history = useLoad(
    useCallback(() => fetchHistory(site, issueKey), [site, issueKey]),
    updated,
  );
  return (
    <div className="activity-list">
      <Loaded from={history} what="the history">
        {(all) =>
          all.length === 0 ? (
            <p className="quiet">Nothing was changed yet.</p>
          ) : (
            <ul className="entries">
              {all.map((entry) => (
                <HistoryEntry key={entry.id} entry={entry} timeZone={me.timeZone} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function HistoryEntry({ entry, timeZone }: { readonly entry: JiraHistory; readonly timeZone: string }) {
  const author = entry.author?.displayName ?? 'Somebody';
  return (
    <li className="entry">
      <Initials name={author} />
      <div className="entry-text">
        <p>
          <strong>{author}</strong> <span className="quiet">{formatInstant(entry.created, timeZone)}</span>
        </p>
        {entry.items.map(({ field, before, after }, index) => (
          <p key={index} className="change">
            <span className="change-field">{field}</span>
            <span className="change-values">
              <del>{before === '' ? 'None' : before}</del>
              <span aria-hidden="true"> → </span>
              <ins>{after === '' ? 'None' : after}</ins>
            </span>
          </p>
        ))}
      </div>
    </li>
  );
}
