const INTERVAL_MILLISECONDS = 250;

/**
 * Looks four times a second whether something is due and delivers it, never twice at the same time. Answers how to stop
 * it and wait for the delivery under way.
 */
export function startPump(isDue: () => boolean, deliver: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    if (running === undefined && isDue()) {
      running = deliver()
        .catch((error: unknown) => console.error('Events could not be delivered:', error))
        .finally(() => {
          running = undefined;
        });
    }
  }, INTERVAL_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
