import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchProjects } from '../site/jira-api';

export function ProjectList() {
  const { site, me } = useSession();
  const projects = useLoad(useCallback(() => fetchProjects(site), [site]));
  return (
    <div className="wide">
      <div className="section-head">
        <Heading size="large" as="h1">
          Projects
        </Heading>
      </div>
      <Loaded from={projects} what="the projects">
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              headingLevel={2}
              header="No projects"
              description={`${me.displayName} may not see any project of this site.`}
            />
          ) : (
            <ul className="place-list">
              {all.map(({ key, name }) => (
                <li key={key}>
                  <PageLink href={`/jira/projects/${key}`} className="place-card">
                    <span className="place-name">{name}</span>
                    <span className="quiet">{key}</span>
                  </PageLink>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
