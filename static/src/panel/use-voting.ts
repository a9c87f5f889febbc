import { useMemo, useState } from 'react';
import {
  panelApi,
  type CastVoteRequest,
  type GovernedPanel,
  type PanelView,
} from '../../../src/contracts/api/panel-api';
import { type ApiError } from '../../../src/contracts/api/result';
import { callBackend, NO_ANSWER } from '../bridge/call-backend';

export type VoteDecision = CastVoteRequest['decision'];

/** A vote in the making. It outlives a new reading of the panel, so that nobody types a comment twice. */
export interface Draft {
  readonly decision: VoteDecision;
  readonly comment: string;
  /** The plan that the voter had before them when they began. */
  readonly plan: GovernedPanel['plan'];
}

export interface Voting {
  readonly draft: Draft | undefined;
  readonly isSending: boolean;
  readonly error: ApiError | undefined;
  /** What was just put on record, for the eye and the ear. */
  readonly done: string | undefined;
  /** Labels of plan lines that differ from those that the voter had before them when they began. */
  readonly changedLines: ReadonlySet<string>;
  readonly begin: (decision: VoteDecision) => void;
  readonly write: (comment: string) => void;
  readonly cancel: () => void;
  readonly send: () => void;
}

const DONE: Readonly<Record<VoteDecision, string>> = {
  approve: 'Your approval is on record.',
  decline: 'Your decline is on record.',
  withdraw: 'Your vote is taken back.',
};

const UNCERTAIN: ApiError = {
  code: NO_ANSWER,
  message:
    'The app did not answer, so it is not certain whether your vote arrived. Look at the approvals above before you try again.',
};

interface Props {
  readonly panel: GovernedPanel;
  readonly refresh: () => void;
  readonly replace: (panel: PanelView) => void;
}

/** The course of one vote: begun, written, sent, and then done or refused. A refusal reads the panel again. */
export function useVoting({ panel, refresh, replace }: Props): Voting {
  const [draft, setDraft] = useState<Draft>();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [done, setDone] = useState<string>();
  const changedLines = useMemo(() => changedLabels(draft?.plan, panel.plan), [draft?.plan, panel.plan]);

  const send = async (vote: Draft) => {
    setSending(true);
    setError(undefined);
    const payload: CastVoteRequest = {
      decision: vote.decision,
      comment: vote.comment.trim(),
      seenFingerprint: panel.fingerprint,
    };
    const result = await callBackend('castVote', panelApi.castVote, payload);
    setSending(false);
    if (result.ok) {
      setDraft(undefined);
      setDone(DONE[vote.decision]);
      replace(result.value);
    } else {
      setError(result.error.code === NO_ANSWER ? UNCERTAIN : result.error);
      refresh();
    }
  };

  return {
    draft,
    isSending,
    error,
    done,
    changedLines,
    begin: (decision) => {
      setDraft({ decision, comment: draft?.comment ?? '', plan: panel.plan });
      setError(undefined);
      setDone(undefined);
    },
    write: (comment) => setDraft((before) => before && { ...before, comment }),
    cancel: () => {
      setDraft(undefined);
      setError(undefined);
    },
    send: () => {
      if (draft && !isSending) void send(draft);
    },
  };
}

function changedLabels(before: GovernedPanel['plan'] | undefined, now: GovernedPanel['plan']): ReadonlySet<string> {
  if (before === undefined) return new Set();
  const same = (label: string, value: string | null) =>
    before.some((line) => line.label === label && line.value === value);
  return new Set(now.filter(({ label, value }) => !same(label, value)).map(({ label }) => label));
}
