import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { CopyText } from './copy-text';
import { type MadeSecret } from './use-gate-actions';

interface Props {
  readonly made: MadeSecret;
  readonly onStored: () => void;
}

/** The secret that was just made, for the only time. It is announced and comes into view: nobody should miss it. */
export function MadeSecretMessage({ made: { projectKey, secret }, onStored }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer a promise, which is no way to clean up.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [secret]);
  return (
    <div ref={place} role="alert" className="made-secret">
      <SectionMessage appearance="warning" title={`The secret of ${projectKey} is shown only this once`}>
        <p>Store it as a masked variable of your pipeline now. Nobody can read it here again, you neither.</p>
        <CopyText label="CHANGE_GATE_SECRET" text={secret} />
        <Button onClick={onStored}>I have stored it</Button>
      </SectionMessage>
    </div>
  );
}
