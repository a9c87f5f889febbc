import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { isJiraAdministrator } from '../site/jira-api';
import { AppFrame } from './app-frame';
import { useInstalledApp } from './installed-app';

/** The pages of the app for Jira administrators. Atlassian shows them to nobody else, and neither does this page. */
export function AdminPage({ moduleKey }: { readonly moduleKey: string | undefined }) {
  const { site, me } = useSession();
  const { adminPages } = useInstalledApp();
  const admin = useLoad(useCallback(() => isJiraAdministrator(site), [site]));
  const shown = adminPages.find(({ key }) => key === moduleKey) ?? adminPages[0];
  return (
    <div className="wide">
      <nav aria-label="Breadcrumbs" className="breadcrumbs">
        <span>Jira settings</span>
        <span>Apps</span>
        {shown !== undefined && <span aria-current="page">{shown.title}</span>}
      </nav>
      <h1 className="hidden-text">Apps</h1>
      <Loaded from={admin} what="your permissions">
        {(isAdmin) => {
          if (shown === undefined) {
            return (
              <EmptyState
                headingLevel={2}
                header="No pages here"
                description="The installed app has no page for administrators."
              />
            );
          }
          if (!isAdmin) {
            return (
              <SectionMessage appearance="warning" title="Only Jira administrators see this page">
                <p>{me.displayName} does not have the global permission Administer Jira. Switch to somebody who has.</p>
              </SectionMessage>
            );
          }
          return (
            <>
              {adminPages.length > 1 && (
                <nav aria-label="Pages of the app" className="sub-nav">
                  {adminPages.map(({ key, title }) => (
                    <PageLink key={key} href={`/admin/${key}`} aria-current={key === shown.key ? 'page' : undefined}>
                      {title}
                    </PageLink>
                  ))}
                </nav>
              )}
              <AppFrame moduleKey={shown.key} title={shown.title} tall />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
