import { useCallback } from 'react';
import { PlaceList } from '../place-list';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchProjects } from '../site/jira-api';

export function ProjectList() {
  const { site } = useSession();
  const load = useCallback(() => fetchProjects(site), [site]);
  return (
    <>
      <PlaceList title="Projects" kind="project" load={load} hrefOf={(key) => `/jira/projects/${key}`} />
      <p className="wide">
        <PageLink href="/jira/workflows">Workflows (for Jira administrators)</PageLink>
      </p>
    </>
  );
}
