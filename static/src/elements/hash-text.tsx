import { IconButton } from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useState } from 'react';
import { StatusLine } from './status-line';

/** A hash, short, with a button that copies all of it. Where copying is forbidden it is shown in full instead. */
export function HashText({ hash, label }: { readonly hash: string; readonly label: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = () => {
    navigator.clipboard.writeText(hash).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className="hash">
      <code title={hash}>{copied === false ? hash : `${hash.slice(0, 8)}…${hash.slice(-4)}`}</code>
      <IconButton icon={CopyIcon} label={`Copy ${label}`} appearance="subtle" spacing="compact" onClick={copy} />
      {copied === true && <span className="subtle">Copied</span>}
      <StatusLine text={copied === undefined ? '' : copied ? 'Copied' : 'Could not copy; shown in full instead'} />
    </span>
  );
}
