import { useEffect, useRef, useState } from 'react';
import { adminApi, type AdminView } from '../../../../src/contracts/api/admin-api';
import { callBackend } from '../../bridge/call-backend';
import { ConfirmDialog } from '../../elements/confirm-dialog';
import { StatusLine } from '../../elements/status-line';
import { type AdminActions } from '../use-admin-actions';
import { DraftBar } from './draft-bar';
import { DraftResult } from './draft-result';
import { draftWords } from './draft-words';
import { QuestionForm } from './question-form';
import { SwitchDialog } from './switch-dialog';
import { TextEditor } from './text-editor';
import { goTo } from './text-position';
import { type DraftSource, type PolicyDraft } from './use-policy-draft';

interface Props {
  readonly admin: AdminView;
  readonly draft: PolicyDraft;
  readonly source: DraftSource;
  readonly actions: AdminActions;
  readonly refresh: () => void;
}

/** A policy on its way: filled in or written, checked, held against the open changes, put in force. */
export function DraftView({ admin, draft, source, actions, refresh }: Props) {
  const [isAsking, setAsking] = useState<'switch' | 'discard'>();
  const title = useRef<HTMLHeadingElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { current, checking } = draft;
  useEffect(() => title.current?.focus(), []);

  const close = () => {
    setAsking(undefined);
    actions.forget();
  };
  const checkAgain = () => {
    close();
    draft.check();
  };
  const putInForce = async () => {
    if (!current?.result.readable) return;
    const { candidate, result } = current;
    const { title: name, hash } = result.policy;
    const taken = await actions.run('putInForce', `${name} is in force.`, () =>
      callBackend('putInForce', adminApi.putInForce, { candidate, hash }),
    );
    if (taken) draft.discard();
  };

  return (
    <div className="draft">
      <h2 ref={title} tabIndex={-1}>
        {source.from === 'preset' ? source.preset.title : 'Your own policy'}
      </h2>
      <p className="subtle">
        {admin.policy === null
          ? 'A draft: nothing is in force yet.'
          : `A draft: ${admin.policy.id}, version ${admin.policy.version}, stays in force meanwhile.`}
      </p>
      {source.from === 'preset' && source.preset.questions.length > 0 && (
        <QuestionForm
          questions={source.preset.questions}
          open={draft.open}
          answers={draft.answers}
          onChange={draft.setAnswers}
        />
      )}
      {source.from === 'text' && (
        <TextEditor
          presets={admin.presets}
          inForce={admin.policy}
          text={draft.text}
          area={area}
          isInvalid={current?.result.readable === false}
          onChange={draft.setText}
        />
      )}
      <DraftResult
        admin={admin}
        draft={draft}
        actions={actions}
        refresh={refresh}
        onGo={
          source.from === 'text' ? ({ line, column }) => area.current && goTo(area.current, line, column) : undefined
        }
      />
      <StatusLine text={checking.isChecking || current === undefined ? '' : draftWords(draft).join(', ')} />
      <DraftBar
        draft={draft}
        isBusy={actions.busy !== undefined}
        onDiscard={() => (draft.hasEdits ? setAsking('discard') : draft.discard())}
        onCheck={() => draft.check()}
        onPutInForce={() => setAsking('switch')}
      />
      {isAsking === 'discard' && (
        <ConfirmDialog
          title="Discard the draft?"
          confirm="Discard it"
          isDangerous
          isBusy={false}
          failure={undefined}
          onConfirm={() => draft.discard()}
          onClose={close}
        >
          <p>What you have written or answered is lost. Nothing else changes.</p>
        </ConfirmDialog>
      )}
      {isAsking === 'switch' && current?.result.readable === true && (
        <SwitchDialog
          policy={current.result.policy}
          inForce={admin.policy}
          run={draft.preview}
          notChecked={current.result.check.notChecked}
          isBusy={actions.busy === 'putInForce'}
          failure={actions.failure?.name === 'putInForce' ? actions.failure.error : undefined}
          onConfirm={() => void putInForce()}
          onCheckAgain={checkAgain}
          onClose={close}
        />
      )}
    </div>
  );
}
