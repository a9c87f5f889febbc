import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useCallback, useEffect, useState } from 'react';
import { DELIVERED } from '../chrome/pending';
import { Loaded, useLoad } from '../loading';
import { navigate, PageLink } from '../routing';
import { useSession } from '../session';
import { createPage, fetchPages, fetchSpace, mayOnPages } from '../site/confluence-api';
import { PageTree } from './page-tree';
import { PageView } from './page-view';
import { TitleDialog } from './title-dialog';
import { Trash } from './trash';

const EMPTY_PAGE = { type: 'doc', version: 1, content: [] };

/** A space: its pages as a tree, and the page that was chosen (the home page when none was). */
export function SpacePage({ spaceKey, pageId }: { readonly spaceKey: string; readonly pageId: string | undefined }) {
  const { site } = useSession();
  const [creating, setCreating] = useState(false);
  const space = useLoad(
    useCallback(async () => {
      const found = await fetchSpace(site, spaceKey);
      const [pages, trashed, mayCreate] = await Promise.all([
        fetchPages(site, found.id, 'current'),
        fetchPages(site, found.id, 'trashed'),
        mayOnPages(site, `spaces/${found.id}`, 'create'),
      ]);
      return { ...found, pages, trashed, mayCreate };
    }, [site, spaceKey]),
  );
  const { reload } = space;
  useEffect(() => {
    addEventListener(DELIVERED, reload);
    return () => {
      removeEventListener(DELIVERED, reload);
    };
  }, [reload]);
  return (
    <Loaded from={space} what="the space">
      {({ id, name, homepageId, pages, trashed, mayCreate }) => {
        const shown = pageId ?? homepageId ?? pages[0]?.id;
        return (
          <div className="space">
            <aside className="space-side" aria-label={`Pages of ${name}`}>
              <details className="space-side-details" open={matchMedia('(min-width: 56rem)').matches}>
                <summary>{name}</summary>
                <PageTree spaceKey={spaceKey} pages={pages} shownId={shown} />
                {mayCreate && (
                  <>
                    <div className="space-side-tools">
                      <Button
                        spacing="compact"
                        onClick={() => {
                          setCreating(true);
                        }}
                      >
                        New page
                      </Button>
                    </div>
                    <Trash pages={trashed} onRestored={reload} />
                  </>
                )}
              </details>
            </aside>
            <article className="space-page">
              <nav aria-label="Breadcrumbs" className="breadcrumbs">
                <PageLink href="/wiki/spaces">Spaces</PageLink>
                <PageLink href={`/wiki/spaces/${spaceKey}`}>{name}</PageLink>
              </nav>
              {shown === undefined ? (
                <EmptyState headingLevel={2} header="No pages yet" description="Create the first page of this space." />
              ) : (
                <PageView key={shown} pageId={shown} spaceKey={spaceKey} onChanged={reload} />
              )}
            </article>
            <ModalTransition>
              {creating && (
                <TitleDialog
                  heading="New page"
                  title=""
                  submitLabel="Create"
                  onClose={() => {
                    setCreating(false);
                  }}
                  onSubmit={async (title) => {
                    const created = await createPage(site, id, title, EMPTY_PAGE);
                    setCreating(false);
                    reload();
                    navigate(`/wiki/spaces/${spaceKey}/pages/${created}`);
                  }}
                />
              )}
            </ModalTransition>
          </div>
        );
      }}
    </Loaded>
  );
}
