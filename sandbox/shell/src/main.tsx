import './no-generated-code';
import '@atlaskit/css-reset';
import './styles/base.css';
import './styles/chrome.css';
import './styles/home.css';
import './styles/jira.css';
import './styles/document.css';
import './styles/confluence.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyColorMode, initialColorMode } from './color-mode';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void applyColorMode(initialColorMode()).then(() => {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
