import { countText } from '../../elements/count-text';
import { type PolicyDraft } from './use-policy-draft';
import { type SwitchRun } from './use-switch-preview';

/** The state of the draft, part by part, for the bar: "0 errors", "1 dead end". */
export function draftWords({ source, open, checking, current, preview }: PolicyDraft): readonly string[] {
  const questions =
    open.length > 0 && source?.from === 'preset'
      ? [`${String(open.length)} of ${String(source.preset.questions.length)} questions are open`]
      : [];
  if (checking.isChecking) return [...questions, 'checking…'];
  if (current === undefined) return [...questions, checking.last ? 'edited since the last check' : 'not checked yet'];
  if (!current.result.readable) return [...questions, countText(current.result.problems.length, 'problem')];
  const { findings, deadEnds, fragile, notChecked } = current.result.check;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    ...questions,
    countText(errors, 'error'),
    countText(deadEnds.length, 'dead end'),
    countText(findings.length - errors + fragile.length + notChecked.length, 'warning'),
    ...openChangesWords(preview),
  ];
}

/** What is known of the open changes, in a few words. */
export function openChangesWords({ state, looked, stuck }: SwitchRun): readonly string[] {
  const found = `${countText(stuck.length, 'open change')} would be stuck`;
  if (state === 'none') return [];
  if (state === 'running') return [`looking at the open changes, ${String(looked)} so far`];
  return [state === 'done' ? found : `${found} of the ${String(looked)} looked at`];
}
