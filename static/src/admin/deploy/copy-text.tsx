import Button from '@atlaskit/button/new';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly text: string;
}

/** A text to take along, with a button that copies it. Where copying is forbidden it is there to be selected. */
export function CopyText({ label, text }: Props) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid('Your browser did not let the page copy it; select it and copy it yourself.');
    }
  };
  return (
    <div className="copy-text">
      <div className="copy-text-head">
        <strong>{label}</strong>
        <Button spacing="compact" aria-label={`Copy ${label}`} onClick={() => void copy()}>
          Copy
        </Button>
        <span role="status" className="subtle">
          {said}
        </span>
      </div>
      <pre>
        <code>{text}</code>
      </pre>
    </div>
  );
}
