import Button, { type ButtonProps } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { type Draft, type VoteDecision, type Voting } from './use-voting';

/** `castVoteRequest` takes no more. */
const LONGEST_COMMENT = 2000;

interface Words {
  readonly title: string;
  readonly label: string;
  readonly send: string;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
}

const WORDS: Readonly<Record<VoteDecision, Words>> = {
  approve: {
    title: 'You approve the plan as it is shown above.',
    label: 'Comment (optional)',
    send: 'Approve',
    appearance: 'primary',
  },
  decline: {
    title: 'You decline the plan. The change cannot go on until this is settled.',
    label: 'Why do you decline? (required)',
    send: 'Decline',
    appearance: 'danger',
  },
  withdraw: {
    title: 'You take your vote back. It stays visible, but it no longer counts.',
    label: 'Comment (optional)',
    send: 'Take it back',
    appearance: 'primary',
  },
};

interface Props {
  readonly draft: Draft;
  readonly voting: Voting;
  readonly gateTitle: string | undefined;
  /** What an approval would grant an exception from. */
  readonly grants: readonly string[];
}

/** What a vote says besides yes or no, and the button that sends it. Escape gives it up. */
export function VoteForm({ draft, voting, gateTitle, grants }: Props) {
  const { title, label, send, appearance } = WORDS[draft.decision];
  const [isMissing, setMissing] = useState(false);
  const comment = useRef<HTMLTextAreaElement>(null);
  const left = LONGEST_COMMENT - draft.comment.length;
  const problem =
    left < 0
      ? `The comment is ${String(-left)} characters too long.`
      : isMissing && draft.comment.trim() === ''
        ? 'Say why, so that the requester knows what to change.'
        : undefined;

  useEffect(() => comment.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacksReason = draft.decision === 'decline' && draft.comment.trim() === '';
    setMissing(lacksReason);
    if (lacksReason || left < 0) comment.current?.focus();
    else voting.send();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !voting.isSending) voting.cancel();
  };

  return (
    <form
      className="vote-form"
      aria-label={`${send}${gateTitle === undefined ? '' : ` at ${gateTitle}`}`}
      onSubmit={submit}
      onKeyDown={leave}
    >
      {voting.changedLines.size > 0 && (
        <div role="alert">
          <SectionMessage
            appearance="warning"
            title={
              voting.error
                ? 'Your vote was not taken: the plan was edited while you were deciding'
                : 'The plan was edited while you were deciding'
            }
          >
            <p>Read it again before you send your vote: {[...voting.changedLines].join(', ')}.</p>
          </SectionMessage>
        </div>
      )}
      <p>{title}</p>
      {draft.decision === 'approve' && grants.length > 0 && (
        <p>
          <strong>You also grant the exception that it asks for: {grants.join(', ')}.</strong>
        </p>
      )}
      <label htmlFor="vote-comment">{label}</label>
      <TextArea
        id="vote-comment"
        ref={comment}
        value={draft.comment}
        minimumRows={3}
        maxHeight="40vh"
        isDisabled={voting.isSending}
        isInvalid={problem !== undefined}
        aria-describedby="vote-comment-note"
        onChange={(event) => voting.write(event.currentTarget.value)}
      />
      <p id="vote-comment-note" className="vote-note">
        <span className="vote-problem" role="alert">
          {problem ?? ''}
        </span>
        <span className="subtle">
          {draft.comment.length} of {LONGEST_COMMENT} characters
        </span>
      </p>
      <div className="vote-buttons">
        <Button type="submit" appearance={appearance} isLoading={voting.isSending}>
          {send}
        </Button>
        <Button appearance="subtle" isDisabled={voting.isSending} onClick={voting.cancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
