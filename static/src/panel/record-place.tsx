import { type GovernedPanel } from '../../../src/contracts/api/panel-api';
import { pagePath } from '../bridge/open-in-product';
import { HashText } from '../elements/hash-text';
import { ProductLink } from '../elements/product-link';

/** Where a closed change is on record. */
export function RecordPlace({ record }: { readonly record: NonNullable<GovernedPanel['record']> }) {
  return (
    <section aria-labelledby="record">
      <h2 id="record">On record</h2>
      <dl className="facts">
        <div>
          <dt>Ledger no.</dt>
          <dd>
            <p>{record.seq}</p>
          </dd>
        </div>
        <div>
          <dt>Hash</dt>
          <dd>
            <HashText hash={record.hash} label="the whole hash" />
          </dd>
        </div>
        <div>
          <dt>Page</dt>
          <dd>
            {record.pageId === null ? (
              <p>Not published yet. The page in Confluence is written in the background.</p>
            ) : (
              <p>
                <ProductLink path={pagePath(record.pageId)}>Open the change log in Confluence</ProductLink>
                {!record.published && <span className="subtle"> (this record is not on it yet)</span>}
              </p>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
