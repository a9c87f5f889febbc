import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useRef, useState, type ChangeEvent, type RefObject } from 'react';
import { type AdminView, type PolicyView } from '../../../../src/contracts/api/admin-api';
import { isShortEnough, MOST_BYTES } from '../../../../src/contracts/document-text/text-limits';
import { StartFrom } from './start-from';

interface Props {
  readonly presets: AdminView['presets'];
  readonly inForce: PolicyView | null;
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement>;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
}

/** The text of a policy, to be written, pasted, opened from a file, or taken from another policy. */
export function TextEditor({ presets, inForce, text, area, isInvalid, onChange }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [chosen] = input.files ?? [];
    if (chosen === undefined) return;
    const content = chosen.size > MOST_BYTES ? undefined : await chosen.text().catch(() => undefined);
    // The same file may be opened again after it was edited.
    input.value = '';
    setProblem(content === undefined ? `${chosen.name} is too long or cannot be read.` : undefined);
    if (content !== undefined) onChange(content);
  };
  return (
    <div className="editor">
      <div className="editor-tools">
        <Button onClick={() => file.current?.click()}>Open a file…</Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File with a policy"
          accept=".yaml,.yml,.json,.txt"
          onChange={(event) => void open(event)}
        />
        <StartFrom presets={presets} inForce={inForce} text={text} onText={onChange} />
      </div>
      {problem !== undefined && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      <label htmlFor="policy-text">The policy, in YAML or JSON</label>
      <TextArea
        ref={area}
        id="policy-text"
        value={text}
        isMonospaced
        isInvalid={isInvalid}
        spellCheck={false}
        minimumRows={16}
        maxHeight="60vh"
        resize="vertical"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {!isShortEnough(text) && (
        <p className="field-problem">The text is too long: a policy has {String(MOST_BYTES / 1024)} KB at most.</p>
      )}
    </div>
  );
}
