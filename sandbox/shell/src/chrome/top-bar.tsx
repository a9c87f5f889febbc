import Button, { IconButton } from '@atlaskit/button/new';
import SettingsIcon from '@atlaskit/icon/core/settings';
import ThemeIcon from '@atlaskit/icon/core/theme';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { applyColorMode, initialColorMode, type ColorMode } from '../color-mode';
import { PageLink, usePath } from '../routing';
import { PendingBadge } from './pending';
import { PersonSwitcher } from './person-switcher';

const PLACES = [
  { href: '/jira', name: 'Jira', own: ['/jira', '/browse'] },
  { href: '/wiki/spaces', name: 'Confluence', own: ['/wiki'] },
  { href: '/admin', name: 'Apps', own: ['/admin'] },
] as const;

export function TopBar({
  drawerOpen,
  onToggleDrawer,
}: {
  readonly drawerOpen: boolean;
  readonly onToggleDrawer: () => void;
}) {
  const path = usePath();
  const [mode, setMode] = useState<ColorMode>(initialColorMode);
  const other = mode === 'dark' ? 'light' : 'dark';
  return (
    <header className="top-bar">
      <PageLink href="/" className="top-bar-home" aria-label="Local site (stand-in): home">
        <span className="top-bar-mark" aria-hidden="true" />
        <span className="top-bar-title">Local site</span>
        <span className="top-bar-hint">
          <Lozenge>stand-in</Lozenge>
        </span>
      </PageLink>
      <nav aria-label="Products" className="top-bar-nav">
        {PLACES.map(({ href, name, own }) => (
          <PageLink
            key={href}
            href={href}
            aria-current={own.some((each) => path.startsWith(each)) ? 'page' : undefined}
          >
            {name}
          </PageLink>
        ))}
      </nav>
      <div className="top-bar-tools">
        <IconButton
          icon={ThemeIcon}
          label={`Switch to ${other} colours`}
          appearance="subtle"
          onClick={() => {
            setMode(other);
            void applyColorMode(other);
          }}
        />
        <span className="top-bar-drawer-wide">
          <Button appearance="subtle" aria-expanded={drawerOpen} iconBefore={SettingsIcon} onClick={onToggleDrawer}>
            Sandbox
          </Button>
        </span>
        <span className="top-bar-drawer-narrow">
          <IconButton
            icon={SettingsIcon}
            label="Sandbox"
            appearance="subtle"
            aria-expanded={drawerOpen}
            onClick={onToggleDrawer}
          />
        </span>
        <PendingBadge />
        <PersonSwitcher />
      </div>
    </header>
  );
}
