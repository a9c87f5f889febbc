import Button, { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import Textfield from '@atlaskit/textfield';
import { useCallback, useState } from 'react';
import { formatInstant, fromLocalInput, toLocalInput } from '../date-time';
import { Loaded, MessageLines, useLoad } from '../loading';
import { useSession } from '../session';
import { fetchLog, fetchNow, setNow } from '../site/sandbox-api';
import { linesOf } from '../site/site-client';
import { usePending } from './pending';

/** What a real site does not have: its clock, its queues and a look at what the app does. */
export function SandboxDrawer({ onClose }: { readonly onClose: () => void }) {
  return (
    <aside className="drawer" aria-label="Sandbox">
      <div className="drawer-head">
        <Heading size="small" as="h2">
          Sandbox
        </Heading>
        <IconButton icon={CrossIcon} label="Close the sandbox panel" appearance="subtle" onClick={onClose} />
      </div>
      <PendingSection />
      <ClockSection />
      <LogSection />
    </aside>
  );
}

function PendingSection() {
  const { pending, deliverNow } = usePending();
  const [problem, setProblem] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setProblem([]);
    await deliverNow().catch((error: unknown) => {
      setProblem(linesOf(error));
    });
    setBusy(false);
  };
  return (
    <section className="drawer-section">
      <Heading size="xxsmall" as="h3">
        Waiting for the app
      </Heading>
      <p className="quiet">
        Events and queued jobs reach an app with a delay, as on Atlassian.{' '}
        {pending === undefined
          ? 'The site did not say what waits.'
          : `Waiting: ${String(pending.events)} events, ${String(pending.messages)} queued jobs; ${String(pending.due)} due now.`}
      </p>
      <Button onClick={() => void run()} isLoading={busy} spacing="compact">
        Deliver now
      </Button>
      <MessageLines lines={problem} />
    </section>
  );
}

const HOUR = 3_600_000;

function ClockSection() {
  const { site, me } = useSession();
  const now = useLoad(useCallback(() => fetchNow(site), [site]));
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<readonly string[]>([]);
  const moveTo = async (instant: string) => {
    setProblem([]);
    await setNow(site, instant).catch((error: unknown) => {
      setProblem(linesOf(error));
    });
    now.reload();
  };
  return (
    <section className="drawer-section">
      <Heading size="xxsmall" as="h3">
        Clock
      </Heading>
      <Loaded from={now} what="the clock">
        {(instant) => {
          const later = (hours: number) => new Date(Date.parse(instant) + hours * HOUR).toISOString();
          const target = fromLocalInput(chosen, me.timeZone)?.replace('+0000', 'Z');
          return (
            <>
              <p>
                {formatInstant(instant, me.timeZone)} <span className="quiet">{me.timeZone}</span>
              </p>
              <div className="button-row">
                <Button spacing="compact" onClick={() => void moveTo(later(1))}>
                  + 1 hour
                </Button>
                <Button spacing="compact" onClick={() => void moveTo(later(24))}>
                  + 1 day
                </Button>
                <Button spacing="compact" onClick={() => void moveTo(later(24 * 7))}>
                  + 1 week
                </Button>
              </div>
              <label className="quiet" htmlFor="clock-target">
                Or go to
              </label>
              <div className="button-row">
                <Textfield
                  id="clock-target"
                  type="datetime-local"
                  isCompact
                  min={toLocalInput(instant, me.timeZone)}
                  value={chosen}
                  onChange={(event) => {
                    setChosen(event.currentTarget.value);
                  }}
                />
                <Button
                  isDisabled={target === undefined}
                  onClick={() => {
                    if (target !== undefined) void moveTo(target);
                  }}
                >
                  Go
                </Button>
              </div>
            </>
          );
        }}
      </Loaded>
      <MessageLines lines={problem} />
    </section>
  );
}

function LogSection() {
  const { site, me } = useSession();
  const log = useLoad(useCallback(() => fetchLog(site), [site]));
  return (
    <section className="drawer-section">
      <div className="drawer-head">
        <Heading size="xxsmall" as="h3">
          What the app asked for
        </Heading>
        <IconButton
          icon={RefreshIcon}
          label="Look again at what the app asked for"
          appearance="subtle"
          spacing="compact"
          onClick={log.reload}
        />
      </div>
      <Loaded from={log} what="the calls of the app">
        {(entries) =>
          entries.length === 0 ? (
            <p className="quiet">Nothing yet.</p>
          ) : (
            <ol className="log" tabIndex={0} aria-label="Calls of the app, newest first">
              {entries.slice(0, 60).map((entry, index) => (
                <li key={index}>
                  <span className="log-line">
                    <span className={entry.status >= 400 ? 'log-status log-status-bad' : 'log-status'}>
                      {entry.status}
                    </span>{' '}
                    {entry.method} {entry.path}
                  </span>
                  <span className="quiet">
                    {[
                      entry.function,
                      `as the ${entry.as.startsWith('user:') ? 'user' : entry.as}`,
                      `${String(entry.bytes)} B`,
                    ]
                      .filter((part) => part !== undefined)
                      .join(' · ')}
                    {' · '}
                    {formatInstant(entry.at, me.timeZone)}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
