import '../../src/contracts/api/without-eval';
import '@atlaskit/css-reset';
import './screen.css';
import { view } from '@forge/bridge';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { FailureBoundary } from './elements/failure-boundary';
import { isZone, ReaderZone } from './elements/reader-zone';

const LONGEST_WAIT_FOR_PRODUCT = 1000;

/**
 * Shows a screen in the theme of the product around it and in the time zone of its reader. Both come first, so that
 * nothing flashes or changes under the reader's eyes, but a host that does not answer holds nothing up.
 * @see https://developer.atlassian.com/platform/forge/design-tokens-and-theming/
 */
export async function startScreen(screen: ReactElement): Promise<void> {
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, LONGEST_WAIT_FOR_PRODUCT);
  });
  const [zone] = await Promise.all([
    Promise.race([readerZone(), patience]),
    Promise.race([view.theme.enable().catch(() => undefined), patience]),
  ]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element "root".');
  createRoot(root).render(
    <StrictMode>
      <ReaderZone.Provider value={zone}>
        <FailureBoundary>{screen}</FailureBoundary>
      </ReaderZone.Provider>
    </StrictMode>,
  );
}

async function readerZone(): Promise<string | undefined> {
  try {
    const { timezone } = await view.getContext();
    return isZone(timezone) ? timezone : undefined;
  } catch {
    return undefined;
  }
}
