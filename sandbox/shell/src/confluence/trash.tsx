import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { MessageLines } from '../loading';
import { useSession } from '../session';
import { restorePage, type PageRow } from '../site/confluence-api';
import { linesOf } from '../site/site-client';

/** What was deleted and can be brought back. */
export function Trash({ pages, onRestored }: { readonly pages: readonly PageRow[]; readonly onRestored: () => void }) {
  const { site } = useSession();
  const [problem, setProblem] = useState<readonly string[]>([]);
  if (pages.length === 0) return null;
  const restore = async (page: PageRow) => {
    setProblem([]);
    try {
      await restorePage(site, page);
      onRestored();
    } catch (error) {
      setProblem(linesOf(error));
    }
  };
  return (
    <details className="trash">
      <summary>{`Trash (${String(pages.length)})`}</summary>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <span>{page.title}</span>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={`Restore ${page.title}`}
              onClick={() => void restore(page)}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
      <MessageLines lines={problem} />
    </details>
  );
}
