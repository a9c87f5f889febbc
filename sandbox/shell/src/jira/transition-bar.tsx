import Button from '@atlaskit/button/new';
import ModalDialog, { ModalTransition } from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import { useId, useState } from 'react';
import { textToAdf } from '../adf/plain-text';
import { MessageLines } from '../loading';
import { useSession } from '../session';
import { performTransition } from '../site/jira-api';
import type { JiraIssue, JiraTransition } from '../site/jira-shapes';
import { linesOf } from '../site/site-client';
import { RefusalBox } from './refusal-box';
import { ScreenForm } from './screen-form';
import { StatusLozenge } from './status-lozenge';

interface TransitionBarProps {
  readonly issue: JiraIssue;
  readonly transitions: readonly JiraTransition[];
  readonly onDone: () => void;
}

/** The status, and a button for every transition that the person may see. */
export function TransitionBar({ issue, transitions, onDone }: TransitionBarProps) {
  const { site } = useSession();
  const [busy, setBusy] = useState<string>();
  const [asking, setAsking] = useState<JiraTransition>();
  const [refused, setRefused] = useState<{ readonly name: string; readonly lines: readonly string[] }>();
  const run = async (transition: JiraTransition) => {
    setBusy(transition.id);
    setRefused(undefined);
    try {
      await performTransition(site, issue.key, transition.id, {});
      onDone();
    } catch (error) {
      setRefused({ name: transition.name, lines: linesOf(error) });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div className="transitions">
      <div className="button-row">
        <span className="status-now">
          <span className="hidden-text">Status: </span>
          <StatusLozenge status={issue.fields.status} />
        </span>
        {transitions.map((transition) => (
          <Button
            key={transition.id}
            isLoading={busy === transition.id}
            onClick={() => {
              if (transition.hasScreen && (transition.fields ?? []).length > 0) setAsking(transition);
              else void run(transition);
            }}
          >
            {transition.name}
          </Button>
        ))}
        {transitions.length === 0 && <span className="quiet">You cannot move this work item from here.</span>}
      </div>
      {refused !== undefined && (
        <RefusalBox title={`“${refused.name}” was refused`}>
          <MessageLines lines={refused.lines} />
        </RefusalBox>
      )}
      <ModalTransition>
        {asking !== undefined && (
          <TransitionDialog
            issue={issue}
            transition={asking}
            onClose={() => {
              setAsking(undefined);
            }}
            onDone={() => {
              setAsking(undefined);
              setRefused(undefined);
              onDone();
            }}
          />
        )}
      </ModalTransition>
    </div>
  );
}

function TransitionDialog({
  issue,
  transition,
  onClose,
  onDone,
}: {
  readonly issue: JiraIssue;
  readonly transition: JiraTransition;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { site } = useSession();
  const [comment, setComment] = useState('');
  const commentId = useId();
  const fields = transition.fields ?? [];
  const takesComment = fields.some(({ id }) => id === 'comment');
  return (
    <ModalDialog onClose={onClose} width="medium" shouldScrollInViewport label={transition.name}>
      <ScreenForm
        title={`${transition.name}: ${issue.key}`}
        fields={fields.filter(({ id }) => id !== 'comment')}
        values={issue.fields}
        submitLabel={transition.name}
        refusalTitle={`“${transition.name}” was refused`}
        onClose={onClose}
        onSubmit={async (changed) => {
          const body = textToAdf(comment) ?? undefined;
          await performTransition(site, issue.key, transition.id, changed, body);
          onDone();
        }}
        after={
          takesComment && (
            <div className="field">
              <label htmlFor={commentId} className="field-label">
                Comment
              </label>
              <TextArea
                id={commentId}
                minimumRows={2}
                value={comment}
                onChange={(event) => {
                  setComment(event.currentTarget.value);
                }}
              />
            </div>
          )
        }
      />
    </ModalDialog>
  );
}
