import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useCallback, useState } from 'react';

export interface Flag {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'information' | 'success' | 'warning' | 'error';
}

const TYPES: Readonly<Record<string, Flag['type']>> = { success: 'success', warning: 'warning', error: 'error' };

/** The flags that a module of the app has on show (`showFlag` of `@forge/bridge`). */
export function useFlags(): {
  readonly flags: readonly Flag[];
  readonly show: (flag: Readonly<Record<string, unknown>>) => void;
  readonly hide: (id: string) => void;
} {
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const hide = useCallback((id: string) => {
    setFlags((before) => before.filter((flag) => flag.id !== id));
  }, []);
  const show = useCallback((flag: Readonly<Record<string, unknown>>) => {
    const shown: Flag = {
      id: String(flag['id']),
      title: textOf(flag['title']),
      description: textOf(flag['description']),
      type: TYPES[textOf(flag['type'])] ?? 'information',
    };
    setFlags((before) => [...before.filter(({ id }) => id !== shown.id), shown]);
  }, []);
  return { flags, show, hide };
}

export function FrameFlags({
  flags,
  onClose,
}: {
  readonly flags: readonly Flag[];
  readonly onClose: (id: string) => void;
}) {
  if (flags.length === 0) return null;
  return (
    <div role="status" className="frame-flags">
      {flags.map(({ id, title, description, type }) => (
        <SectionMessage
          key={id}
          appearance={type}
          title={title}
          actions={
            <SectionMessageAction
              onClick={() => {
                onClose(id);
              }}
            >
              Close
            </SectionMessageAction>
          }
        >
          <p>{description}</p>
        </SectionMessage>
      ))}
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
