import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useCallback, useState } from 'react';
import { Loaded, useLoad } from '../loading';
import { navigate, PageLink } from '../routing';
import { useSession } from '../session';
import { fetchIssues, fetchProject } from '../site/jira-api';
import { CreateIssueDialog } from './create-issue-dialog';
import { IssueTable } from './issue-table';

/** The work items of a project. */
export function ProjectPage({ projectKey }: { readonly projectKey: string }) {
  const { site } = useSession();
  const project = useLoad(useCallback(() => fetchProject(site, projectKey), [site, projectKey]));
  const issues = useLoad(useCallback(() => fetchIssues(site, projectKey), [site, projectKey]));
  const [creating, setCreating] = useState(false);
  return (
    <div className="wide">
      <nav aria-label="Breadcrumbs" className="breadcrumbs">
        <PageLink href="/jira">Projects</PageLink>
      </nav>
      <Loaded from={project} what="the project">
        {({ name }) => (
          <>
            <div className="section-head">
              <Heading size="large" as="h1">
                {name}
              </Heading>
              <Button
                appearance="primary"
                onClick={() => {
                  setCreating(true);
                }}
              >
                Create
              </Button>
            </div>
            <Loaded from={issues} what="the work items">
              {(rows) => <IssueTable rows={rows} />}
            </Loaded>
            <ModalTransition>
              {creating && (
                <CreateIssueDialog
                  projectKey={projectKey}
                  onClose={() => {
                    setCreating(false);
                  }}
                  onCreated={(key) => {
                    navigate(`/browse/${key}`);
                  }}
                />
              )}
            </ModalTransition>
          </>
        )}
      </Loaded>
    </div>
  );
}
