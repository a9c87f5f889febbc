import { AppProvider } from '@atlaskit/app-provider/app-provider';
import EmptyState from '@atlaskit/empty-state';
import { useCallback, useState } from 'react';
import { AdminPage } from './apps/admin-page';
import { FrameEventsProvider } from './apps/frame-events';
import { InstalledAppProvider } from './apps/installed-app';
import { SandboxDrawer } from './chrome/sandbox-drawer';
import { TopBar } from './chrome/top-bar';
import { SpaceList } from './confluence/space-list';
import { SpacePage } from './confluence/space-page';
import { HomePage } from './home/home-page';
import { IssuePage } from './jira/issue-page';
import { ProjectList } from './jira/project-list';
import { ProjectPage } from './jira/project-page';
import { Loaded, useLoad } from './loading';
import { usePath } from './routing';
import { SessionProvider, useSession } from './session';
import { fetchPeople, type SandboxPerson } from './site/sandbox-api';
import { createSiteClient } from './site/site-client';
import { RulePage } from './workflows/rule-page';
import { WorkflowList } from './workflows/workflow-list';
import { WorkflowPage } from './workflows/workflow-page';

/** The whole page: who is there, then what they look at. */
export function App() {
  const load = useCallback(() => fetchPeople(createSiteClient(undefined)), []);
  const people = useLoad(load);
  return (
    <AppProvider UNSAFE_isThemingDisabled>
      <Loaded from={people} what="the people of this site">
        {(everybody) => {
          const choosable = everybody.filter(({ accountType, active }) => accountType !== 'app' && active);
          return isPopulated(choosable) ? (
            <SessionProvider everybody={everybody} people={choosable}>
              <InstalledAppProvider>
                <FrameEventsProvider>
                  <Site />
                </FrameEventsProvider>
              </InstalledAppProvider>
            </SessionProvider>
          ) : (
            <EmptyState
              headingLevel={2}
              header="Nobody lives here yet"
              description="This site was started without people."
            />
          );
        }}
      </Loaded>
    </AppProvider>
  );
}

function Site() {
  const { me } = useSession();
  const path = usePath();
  const [drawerOpen, setDrawerOpen] = useState(false);
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <TopBar
        drawerOpen={drawerOpen}
        onToggleDrawer={() => {
          setDrawerOpen(!drawerOpen);
        }}
      />
      <div className="frame">
        {/* Another person sees another site: everything that was loaded is thrown away with them. */}
        <main id="main" aria-label="Site" className="main" tabIndex={-1} key={me.accountId}>
          <Screen path={path} />
        </main>
        {drawerOpen && (
          <SandboxDrawer
            onClose={() => {
              setDrawerOpen(false);
            }}
          />
        )}
      </div>
    </>
  );
}

function Screen({ path }: { readonly path: string }) {
  const url = new URL(path, location.origin);
  const [first, second, third, fourth, fifth, sixth, seventh] = url.pathname
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  if (first === undefined) return <HomePage />;
  if (first === 'browse' && second !== undefined) {
    return second.includes('-') ? <IssuePage issueKey={second} key={second} /> : <ProjectPage projectKey={second} />;
  }
  if (first === 'jira') {
    if (second === 'projects' && third !== undefined) return <ProjectPage projectKey={third} key={third} />;
    if (second === 'workflows') {
      if (third === undefined) return <WorkflowList />;
      if (fourth === undefined) return <WorkflowPage workflowId={third} key={third} />;
      if ((fifth === 'create' || fifth === 'edit' || fifth === 'view') && sixth !== undefined) {
        const rule = seventh === undefined ? {} : { ruleId: seventh };
        return (
          <RulePage workflowId={third} transitionId={fourth} screen={fifth} moduleKey={sixth} {...rule} key={path} />
        );
      }
    }
    return <ProjectList />;
  }
  // Where Jira keeps the workflows of a project's settings.
  if (first === 'plugins' && third === 'project-config' && fifth === 'workflows') return <WorkflowList />;
  if (first === 'wiki') {
    if (second === 'spaces' && third !== undefined) {
      return <SpacePage spaceKey={third} pageId={fourth === 'pages' ? fifth : undefined} key={third} />;
    }
    return <SpaceList />;
  }
  if (first === 'admin') return <AdminPage moduleKey={second} />;
  return <EmptyState headingLevel={2} header="There is nothing at this address" description={url.pathname} />;
}

function isPopulated(people: readonly SandboxPerson[]): people is readonly [SandboxPerson, ...SandboxPerson[]] {
  return people.length > 0;
}
