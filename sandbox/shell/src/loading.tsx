import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { linesOf } from './site/site-client';

export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly lines: readonly string[] }
  | { readonly state: 'ready'; readonly value: T };

export interface Loading<T> {
  readonly current: Loadable<T>;
  /** Loads again; what was there stays on the page until the new value arrives. */
  readonly reload: () => void;
}

/**
 * Loads when it first appears and whenever `load` changes (give it a `useCallback`); loads again, with what was there
 * kept on the page, when `again` changes.
 */
export function useLoad<T>(load: () => Promise<T>, again?: string): Loading<T> {
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState<{ readonly by: unknown; readonly current: Loadable<T> }>();
  useEffect(() => {
    let stale = false;
    load().then(
      (value) => {
        if (!stale) setKept({ by: load, current: { state: 'ready', value } });
      },
      (error: unknown) => {
        if (!stale) setKept({ by: load, current: { state: 'failed', lines: linesOf(error) } });
      },
    );
    return () => {
      stale = true;
    };
  }, [load, round, again]);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  return { current: kept?.by === load ? kept.current : { state: 'loading' }, reload };
}

/** Shows what was loaded, or a spinner, or what went wrong with a way to try again. */
export function Loaded<T>({
  from,
  what,
  children,
}: {
  readonly from: Loading<T>;
  /** e.g. "the work items"; completes "Loading …". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}) {
  switch (from.current.state) {
    case 'loading':
      return (
        <div className="loading" role="status">
          <Spinner size="medium" label={`Loading ${what}`} />
        </div>
      );
    case 'failed':
      return (
        <div className="failed">
          <SectionMessage appearance="error" title={`Could not load ${what}`}>
            <MessageLines lines={from.current.lines} />
            <Button spacing="compact" onClick={from.reload}>
              Try again
            </Button>
          </SectionMessage>
        </div>
      );
    case 'ready':
      return <>{children(from.current.value)}</>;
  }
}

/** Messages as plain text: one line each, and a line break where the message has one. */
export function MessageLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines
        .flatMap((line) => line.split('\n'))
        .map((line, index) => (
          <p className="message-line" key={index}>
            {line}
          </p>
        ))}
    </>
  );
}
