import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';

/** Says why Jira refused something; it is brought into view and read out. */
export function RefusalBox({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="refusal" role="alert" ref={box}>
      <SectionMessage appearance="error" title={title}>
        {children}
      </SectionMessage>
    </div>
  );
}
