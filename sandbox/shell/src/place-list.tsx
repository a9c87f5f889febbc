import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { Loaded, useLoad } from './loading';
import { PageLink } from './routing';
import { useSession } from './session';

interface Place {
  readonly key: string;
  readonly name: string;
}

interface PlaceListProps {
  readonly title: string;
  /** What one of them is called, in small letters. */
  readonly kind: string;
  /** Must stay the same function. */
  readonly load: () => Promise<readonly Place[]>;
  readonly hrefOf: (key: string) => string;
}

/** The places of a product that the person may see, by name. */
export function PlaceList({ title, kind, load, hrefOf }: PlaceListProps) {
  const { me } = useSession();
  const places = useLoad(load);
  return (
    <div className="wide">
      <div className="section-head">
        <Heading size="large" as="h1">
          {title}
        </Heading>
      </div>
      <Loaded from={places} what={`the ${kind}s`}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              headingLevel={2}
              header={`No ${kind}s`}
              description={`${me.displayName} may not see any ${kind} of this site.`}
            />
          ) : (
            <ul className="place-list">
              {all.map(({ key, name }) => (
                <li key={key}>
                  <PageLink href={hrefOf(key)} className="place-card">
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
