import { useContext, useState } from 'react';
import { type AdminView } from '../../../../src/contracts/api/admin-api';
import { type Candidate } from '../../../../src/contracts/api/candidate';
import { ReaderZone } from '../../elements/reader-zone';
import { completeAnswers, NOTHING_ANSWERED, type FormAnswers } from './form-answers';
import { usePolicyCheck, type Checked, type PolicyCheck } from './use-policy-check';
import { useSwitchPreview, type SwitchPreview } from './use-switch-preview';

export type Preset = AdminView['presets'][number];

/** What the draft is made of: a policy that the app brings with answers, or a text. */
export type DraftSource = { readonly from: 'preset'; readonly preset: Preset } | { readonly from: 'text' };

export interface PolicyDraft {
  readonly source: DraftSource | undefined;
  readonly text: string;
  readonly answers: FormAnswers;
  /** Ids of the questions that are not answered yet. */
  readonly open: readonly string[];
  /** The draft as it goes to the backend; undefined where there is nothing to check. */
  readonly candidate: Candidate | undefined;
  readonly checking: PolicyCheck;
  readonly preview: SwitchPreview;
  /** The last check, as long as nothing was edited since. */
  readonly current: Checked | undefined;
  readonly hasEdits: boolean;
  readonly choosePreset: (preset: Preset) => void;
  readonly writeOwn: (text: string) => void;
  readonly setText: (text: string) => void;
  readonly setAnswers: (answers: FormAnswers) => void;
  readonly check: () => void;
  readonly discard: () => void;
}

const isSame = (one: Candidate | undefined, other: Candidate | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** The policy that somebody is working on. It outlives a change of tabs and every failure. */
export function usePolicyDraft(): PolicyDraft {
  const zone = useContext(ReaderZone);
  const [source, setSource] = useState<DraftSource>();
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<FormAnswers>(NOTHING_ANSWERED);
  const preview = useSwitchPreview();
  const checking = usePolicyCheck(preview);

  const questions = source?.from === 'preset' ? source.preset.questions : [];
  const complete = completeAnswers(questions, answers, zone);
  const candidate = candidateOf(source, text, complete);
  const start = (next: DraftSource | undefined, itsText: string) => {
    checking.forget();
    setSource(next);
    setText(itsText);
    setAnswers(NOTHING_ANSWERED);
  };

  return {
    source,
    text,
    answers,
    open: questions.filter(({ id }) => complete[id] === undefined).map(({ id }) => id),
    candidate,
    checking,
    preview,
    current: isSame(checking.last?.candidate, candidate) ? checking.last : undefined,
    hasEdits: text.trim() !== '' || answers !== NOTHING_ANSWERED,
    choosePreset: (preset) => {
      start({ from: 'preset', preset }, '');
      // With nothing to fill in, there is nothing to wait for.
      if (preset.questions.length === 0) void checking.check({ from: 'preset', presetId: preset.id, answers: {} });
    },
    writeOwn: (itsText) => start({ from: 'text' }, itsText),
    setText,
    setAnswers,
    check: () => {
      if (candidate !== undefined) void checking.check(candidate);
    },
    discard: () => start(undefined, ''),
  };
}

function candidateOf(
  source: DraftSource | undefined,
  text: string,
  answers: Readonly<Record<string, string>>,
): Candidate | undefined {
  if (source === undefined) return undefined;
  if (source.from === 'preset') return { from: 'preset', presetId: source.preset.id, answers: { ...answers } };
  return text.trim() === '' ? undefined : { from: 'text', text };
}
