import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { isJiraAdministrator } from '../site/jira-api';

/** A page of Jira's settings: under breadcrumbs, and for nobody but Jira administrators, as on Atlassian. */
export function AdministratorsOnly({ crumbs, children }: { readonly crumbs: ReactNode; readonly children: ReactNode }) {
  const { site, me } = useSession();
  const admin = useLoad(useCallback(() => isJiraAdministrator(site), [site]));
  return (
    <div className="wide">
      <nav aria-label="Breadcrumbs" className="breadcrumbs">
        <span>Jira settings</span>
        <PageLink href="/jira/workflows">Workflows</PageLink>
        {crumbs}
      </nav>
      <Loaded from={admin} what="your permissions">
        {(isAdmin) =>
          isAdmin ? (
            <>{children}</>
          ) : (
            <SectionMessage appearance="warning" title="Only Jira administrators see this page">
              <p>{me.displayName} does not have the global permission Administer Jira. Switch to somebody who has.</p>
            </SectionMessage>
          )
        }
      </Loaded>
    </div>
  );
}
