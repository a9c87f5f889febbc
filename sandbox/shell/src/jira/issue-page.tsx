import { useCallback, useEffect, useState } from 'react';
import { AppFrame } from '../apps/app-frame';
import { useFrameEvents } from '../apps/frame-events';
import { useInstalledApp } from '../apps/installed-app';
import { DELIVERED } from '../chrome/pending';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchEditScreen, fetchIssue, fetchTransitions } from '../site/jira-api';
import type { JiraIssue, JiraTransition, ScreenField } from '../site/jira-shapes';
import { EditDialog } from './edit-dialog';
import { IssueActivity } from './issue-activity';
import { IssueFields } from './issue-fields';
import { IssueTexts } from './issue-texts';
import { TransitionBar } from './transition-bar';

interface OpenIssue {
  readonly issue: JiraIssue;
  readonly screen: readonly ScreenField[];
  readonly transitions: readonly JiraTransition[];
}

/** One work item: what it says, what can be done with it, and what the app adds to it. */
export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const { site } = useSession();
  const open = useLoad(
    useCallback(async (): Promise<OpenIssue> => {
      const issue = await fetchIssue(site, issueKey);
      const [screen, transitions] = await Promise.all([
        // Somebody who may read but not edit has no edit screen.
        fetchEditScreen(site, issueKey).catch(() => []),
        fetchTransitions(site, issueKey),
      ]);
      return { issue, screen, transitions };
    }, [site, issueKey]),
  );
  const { reload } = open;
  useEffect(() => {
    addEventListener(DELIVERED, reload);
    return () => {
      removeEventListener(DELIVERED, reload);
    };
  }, [reload]);
  return (
    <>
      {open.current.state !== 'ready' && <h1 className="hidden-text">{issueKey}</h1>}
      <Loaded from={open} what={issueKey}>
        {(loaded) => <OpenIssueView {...loaded} reload={reload} />}
      </Loaded>
    </>
  );
}

function OpenIssueView({ issue, screen, transitions, reload }: OpenIssue & { readonly reload: () => void }) {
  const { me } = useSession();
  const { issuePanels } = useInstalledApp();
  const events = useFrameEvents();
  const [editing, setEditing] = useState<readonly ScreenField[]>();
  const { fields, key } = issue;
  const changed = (changeType: 'updated' | 'commented') => {
    reload();
    events.emit('JIRA_ISSUE_CHANGED', {
      issueId: issue.id,
      projectId: fields.project.id,
      changes: [{ changeType, atlassianId: me.accountId }],
    });
  };
  return (
    <div className="issue">
      <nav aria-label="Breadcrumbs" className="breadcrumbs">
        <PageLink href="/jira">Projects</PageLink>
        <PageLink href={`/jira/projects/${fields.project.key}`}>{fields.project.name}</PageLink>
        <span aria-current="page">{key}</span>
      </nav>
      <h1 className="issue-summary">{fields.summary ?? key}</h1>
      <TransitionBar
        issue={issue}
        transitions={transitions}
        onDone={() => {
          changed('updated');
        }}
      />
      <div className="issue-columns">
        <div className="issue-main">
          {issuePanels.map(({ key: moduleKey, title }) => (
            <AppFrame key={moduleKey} moduleKey={moduleKey} title={title} issueKey={key} onRefresh={reload} framed />
          ))}
          <IssueTexts issue={issue} screen={screen} onEdit={setEditing} />
          <IssueActivity
            issueKey={key}
            updated={fields.updated ?? ''}
            onCommented={() => {
              changed('commented');
            }}
          />
        </div>
        <div className="issue-side">
          <IssueFields issue={issue} screen={screen} onEdit={setEditing} />
        </div>
      </div>
      <EditDialog
        issue={issue}
        fields={editing}
        onClose={() => {
          setEditing(undefined);
        }}
        onSaved={() => {
          changed('updated');
        }}
      />
    </div>
  );
}
