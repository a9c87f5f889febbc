import Heading from '@atlaskit/heading';
import { useCallback } from 'react';
import { useInstalledApp } from '../apps/installed-app';
import { PeopleList } from '../chrome/people-list';
import { fetchSpaces } from '../site/confluence-api';
import { fetchProjects } from '../site/jira-api';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchTour, type Tour } from '../site/sandbox-api';
import { GuidedTour } from './guided-tour';

const GENERIC: Tour = {
  title: 'A local Atlassian site',
  lines: [
    'This page shows a small Jira and a small Confluence that run on this computer, with a Forge app installed.',
    'Choose who you are, open a work item or a page, and see what the app does.',
    'Nothing leaves this computer, and no Atlassian account is needed.',
  ],
  steps: [],
};

/** What this is, who I am, and where to begin. */
export function HomePage() {
  const { site, me } = useSession();
  const tour = useLoad(useCallback(() => fetchTour(site), [site]));
  return (
    <div className="home">
      <Loaded from={tour} what="this page">
        {(found) => {
          const { title, lines, steps } = found ?? GENERIC;
          return (
            <>
              <div className="home-head">
                <Heading size="xlarge" as="h1">
                  {title}
                </Heading>
                <div className="home-lines">
                  {lines.map((line, index) => (
                    <p key={index}>{line}</p>
                  ))}
                </div>
                <p className="quiet">
                  Jira and Confluence here are local stand-ins that answer as the real ones do. The app between them is
                  the real one.
                </p>
              </div>
              {steps.length > 0 && <GuidedTour steps={steps} />}
            </>
          );
        }}
      </Loaded>
      <section aria-labelledby="home-people">
        <Heading size="medium" as="h2" id="home-people">
          You are {me.displayName}
        </Heading>
        <p className="quiet">Choose somebody else to see and do what they may see and do.</p>
        <PeopleList />
      </section>
      <Places />
    </div>
  );
}

function Places() {
  const { site } = useSession();
  const app = useInstalledApp();
  const projects = useLoad(useCallback(() => fetchProjects(site), [site]));
  const spaces = useLoad(useCallback(() => fetchSpaces(site), [site]));
  return (
    <div className="places">
      <section aria-labelledby="home-projects">
        <Heading size="small" as="h2" id="home-projects">
          Jira projects
        </Heading>
        <Loaded from={projects} what="the projects">
          {(all) => (
            <PlaceList
              empty="You may not see any project."
              places={all.map(({ key, name }) => ({ href: `/jira/projects/${key}`, name, hint: key }))}
            />
          )}
        </Loaded>
      </section>
      <section aria-labelledby="home-spaces">
        <Heading size="small" as="h2" id="home-spaces">
          Confluence spaces
        </Heading>
        <Loaded from={spaces} what="the spaces">
          {(all) => (
            <PlaceList
              empty="You may not see any space."
              places={all.map(({ key, name }) => ({ href: `/wiki/spaces/${key}`, name, hint: key }))}
            />
          )}
        </Loaded>
      </section>
      <section aria-labelledby="home-admin">
        <Heading size="small" as="h2" id="home-admin">
          Administration
        </Heading>
        <PlaceList
          empty="The app has no page for administrators."
          places={app.adminPages.map(({ key, title }) => ({ href: `/admin/${key}`, name: title, hint: 'Jira admins' }))}
        />
      </section>
    </div>
  );
}

interface Place {
  readonly href: string;
  readonly name: string;
  readonly hint: string;
}

function PlaceList({ places, empty }: { readonly places: readonly Place[]; readonly empty: string }) {
  if (places.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <ul className="place-list">
      {places.map(({ href, name, hint }) => (
        <li key={href}>
          <PageLink href={href} className="place-card">
            <span className="place-name">{name}</span>
            <span className="quiet">{hint}</span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
