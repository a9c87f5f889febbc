import { formatInstant } from '../date-time';
import { useSession } from '../session';
import type { PageVersion } from '../site/confluence-api';

/** Who wrote which version. */
export function PageHistory({ versions }: { readonly versions: readonly PageVersion[] }) {
  const { nameOf, me } = useSession();
  return (
    <details className="page-history">
      <summary>{versions.length === 1 ? '1 version' : `${String(versions.length)} versions`}</summary>
      <ol reversed>
        {versions.map(({ number, authorId, createdAt, message }) => (
          <li key={number} value={number}>
            {nameOf(authorId)}, {formatInstant(createdAt, me.timeZone)}
            {message != null && message !== '' && <span className="quiet"> · {message}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
