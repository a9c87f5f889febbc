import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useCallback } from 'react';
import { Loaded, useLoad } from '../loading';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { fetchSpaces } from '../site/confluence-api';

export function SpaceList() {
  const { site, me } = useSession();
  const spaces = useLoad(useCallback(() => fetchSpaces(site), [site]));
  return (
    <div className="wide">
      <div className="section-head">
        <Heading size="large" as="h1">
          Spaces
        </Heading>
      </div>
      <Loaded from={spaces} what="the spaces">
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              headingLevel={2}
              header="No spaces"
              description={`${me.displayName} may not see any space of this site.`}
            />
          ) : (
            <ul className="place-list">
              {all.map(({ key, name }) => (
                <li key={key}>
                  <PageLink href={`/wiki/spaces/${key}`} className="place-card">
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
