import '../../src/contracts/api/without-eval';
import '@atlaskit/css-reset';
import './screen.css';
import { view } from '@forge/bridge';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { FailureBoundary } from './elements/failure-boundary';

const LONGEST_WAIT_FOR_THEME = 1000;

/**
 * Shows a screen in the theme of the product around it. The theme comes first, so that a dark page does not flash, but a
 * host that does not answer holds nothing up.
 * @see https://developer.atlassian.com/platform/forge/design-tokens-and-theming/
 */
export async function startScreen(screen: ReactElement): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_FOR_THEME));
  await Promise.race([view.theme.enable().catch(() => undefined), patience]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element "root".');
  createRoot(root).render(
    <StrictMode>
      <FailureBoundary>{screen}</FailureBoundary>
    </StrictMode>,
  );
}
