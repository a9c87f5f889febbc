import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../session';
import { deliver, fetchPending, type Pending } from '../site/sandbox-api';

const EVERY_MS = 3000;

/** What waits for delivery to the app, asked for again and again while the page is visible. */
export function usePending(): { readonly pending: Pending | undefined; readonly deliverNow: () => Promise<void> } {
  const { site } = useSession();
  const [pending, setPending] = useState<Pending>();
  const refresh = useCallback(async () => {
    // A failed look is not worth a message: what the person is doing will say the same more clearly.
    const found = await fetchPending(site).catch(() => undefined);
    setPending(found);
  }, [site]);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [refresh]);
  const deliverNow = useCallback(async () => {
    await deliver(site);
    await refresh();
    dispatchEvent(new Event(DELIVERED));
  }, [site, refresh]);
  return { pending, deliverNow };
}

/** Heard by screens that show what the app may have changed meanwhile. */
export const DELIVERED = 'sandbox-delivered';

/** In the top bar, only when something waits. */
export function PendingBadge() {
  const { pending, deliverNow } = usePending();
  const [busy, setBusy] = useState(false);
  if (pending === undefined || pending.due === 0) return null;
  const run = async () => {
    setBusy(true);
    await deliverNow().catch(() => undefined);
    setBusy(false);
  };
  return (
    <span className="pending-badge">
      <Button
        appearance="warning"
        spacing="compact"
        isLoading={busy}
        aria-label={`Deliver ${String(pending.due)} waiting events and jobs to the app`}
        onClick={() => void run()}
      >
        {`Deliver ${String(pending.due)}`}
      </Button>
    </span>
  );
}
