import Heading from '@atlaskit/heading';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchWorkflowNames } from '../site/workflow-api';
import { AdministratorsOnly } from './administrators-only';

/** The workflows of the site, for those who administer Jira. */
export function WorkflowList() {
  return (
    <AdministratorsOnly crumbs={null}>
      <Workflows />
    </AdministratorsOnly>
  );
}

function Workflows() {
  const { site } = useSession();
  const workflows = useLoad(useCallback(() => fetchWorkflowNames(site), [site]));
  return (
    <>
      <div className="section-head">
        <Heading size="large" as="h1">
          Workflows
        </Heading>
      </div>
      <Loaded from={workflows} what="the workflows">
        {(all) => (
          <ul className="place-list">
            {all.map(({ id, name, isEditable }) => (
              <li key={id}>
                <PageLink href={`/jira/workflows/${id}`} className="place-card">
                  <span className="place-name">{name}</span>
                  <span className="quiet">{isEditable ? '' : 'read-only'}</span>
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
