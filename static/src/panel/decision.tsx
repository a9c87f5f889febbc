import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { type GovernedPanel } from '../../../src/contracts/api/panel-api';
import { FailedMessage } from '../elements/failed-message';
import { LongText } from '../elements/long-text';
import { StatusLine } from '../elements/status-line';
import { type VoteDecision, type Voting } from './use-voting';
import { VoteForm } from './vote-form';

interface Props {
  readonly panel: GovernedPanel;
  readonly voting: Voting;
}

/** The approver's part: the vote, or why it would not be taken. */
export function Decision({ panel: { me, gate }, voting }: Props) {
  const { draft, error, done, isSending } = voting;
  const heading = useRef<HTMLHeadingElement>(null);
  const lastBegun = useRef<VoteDecision>(undefined);
  const isWriting = draft !== undefined && me.mayVote;

  // The form that had the focus is gone: back to the button that opened it, or on to what became of the vote.
  useEffect(() => {
    if (draft !== undefined) {
      lastBegun.current = draft.decision;
      return;
    }
    if (lastBegun.current === undefined) return;
    const opener = document.querySelector<HTMLElement>(`[data-decision="${lastBegun.current}"]`);
    lastBegun.current = undefined;
    if (done !== undefined || opener === null) heading.current?.focus();
    else opener.focus();
  }, [draft, done]);

  // What was edited stands in the form, next to the button that sends the vote again.
  const isSaidByForm = isWriting && error?.code === 'moved-on' && voting.changedLines.size > 0;
  const isConcerned = me.mayVote || me.whyNot !== null || done !== undefined || error !== undefined;
  if (!isConcerned) return null;
  return (
    <section aria-labelledby="decision" className={isWriting ? undefined : 'decision'}>
      <h2 id="decision" ref={heading} tabIndex={-1}>
        Your decision
      </h2>
      <StatusLine text={isSending ? 'Sending your vote' : (done ?? '')} />
      {done !== undefined && (
        <SectionMessage appearance="success">
          <p>{done}</p>
        </SectionMessage>
      )}
      {error && !isSaidByForm && <FailedMessage what="Your vote was not taken." error={error} />}
      {!me.mayVote && me.whyNot !== null && <p className="decision-why-not">{me.whyNot}</p>}
      {!me.mayVote && draft !== undefined && draft.comment !== '' && (
        <div>
          <p className="subtle">Your comment was not sent:</p>
          <LongText text={draft.comment} label="your comment" />
        </div>
      )}
      {isWriting && <VoteForm draft={draft} voting={voting} gateTitle={gate?.title} grants={me.grants} />}
      {me.mayVote && !isWriting && (
        <VoteButtons standing={me.standing} isJustSaid={done !== undefined} onBegin={voting.begin} />
      )}
    </section>
  );
}

const STANDING = {
  approve: 'You approved this plan.',
  decline: 'You declined this plan.',
  void: 'Your vote no longer counts: the plan was edited after it. Read the plan and vote again.',
} as const;

interface ButtonProps {
  readonly standing: GovernedPanel['me']['standing'];
  /** The message above says already what the reader did. */
  readonly isJustSaid: boolean;
  readonly onBegin: (decision: VoteDecision) => void;
}

function VoteButtons({ standing, isJustSaid, onBegin }: ButtonProps) {
  return (
    <>
      {standing !== null && !isJustSaid && <p>{STANDING[standing]}</p>}
      <div className="vote-buttons">
        {standing !== 'approve' && (
          <Button appearance="primary" data-decision="approve" onClick={() => onBegin('approve')}>
            {standing === 'void' ? 'Approve again…' : 'Approve…'}
          </Button>
        )}
        {standing !== 'decline' && (
          <Button data-decision="decline" onClick={() => onBegin('decline')}>
            Decline…
          </Button>
        )}
        {(standing === 'approve' || standing === 'decline') && (
          <Button data-decision="withdraw" onClick={() => onBegin('withdraw')}>
            {standing === 'approve' ? 'Take my approval back…' : 'Take my decline back…'}
          </Button>
        )}
      </div>
    </>
  );
}
