import { PageLink } from '../routing';
import type { PageRow } from '../site/confluence-api';

interface PageTreeProps {
  readonly spaceKey: string;
  readonly pages: readonly PageRow[];
  readonly shownId: string | undefined;
}

/** The pages of a space below each other. A page whose parent cannot be seen stands at the top. */
export function PageTree({ pages, ...rest }: PageTreeProps) {
  const known = new Set(pages.map(({ id }) => id));
  const tops = pages.filter(({ parentId }) => parentId == null || !known.has(parentId));
  return (
    <nav aria-label="Page tree">
      <Branch branch={tops} pages={pages} {...rest} />
    </nav>
  );
}

function Branch({ branch, pages, spaceKey, shownId }: PageTreeProps & { readonly branch: readonly PageRow[] }) {
  const ordered = [...branch].sort((left, right) => (left.position ?? 0) - (right.position ?? 0));
  return (
    <ul className="page-tree">
      {ordered.map((page) => {
        const below = pages.filter(({ parentId }) => parentId === page.id);
        return (
          <li key={page.id}>
            <PageLink
              href={`/wiki/spaces/${spaceKey}/pages/${page.id}`}
              aria-current={page.id === shownId ? 'page' : undefined}
            >
              {page.title}
            </PageLink>
            {below.length > 0 && <Branch branch={below} pages={pages} spaceKey={spaceKey} shownId={shownId} />}
          </li>
        );
      })}
    </ul>
  );
}
