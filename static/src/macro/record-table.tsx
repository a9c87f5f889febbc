import '../log-table.css';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useContext, type ReactNode } from 'react';
import { type LogRowView } from '../../../src/contracts/api/macro-api';
import { STAGE_TITLES } from '../../../src/contracts/field-titles';
import { issuePath } from '../bridge/open-in-product';
import { absoluteTime } from '../elements/instant-text';
import { nameList, personName, type Names } from '../elements/person-name';
import { ProductLink } from '../elements/product-link';
import { ReaderZone } from '../elements/reader-zone';
import { TimeStamp } from '../elements/time-stamp';

const MOST_NAMES = 3;
const STAGE_APPEARANCE = { closed: 'success', rejected: 'removed', cancelled: 'default' } as const;

interface Props {
  readonly rows: readonly LogRowView[];
  readonly names: Names;
}

/** The changes on record. On a wide screen a table that scrolls sideways by itself, on a phone one card each. */
export function RecordTable({ rows, names }: Props) {
  return (
    <div className="results-table" role="region" aria-label="Changes on record" tabIndex={0}>
      <table className="log-table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            <th scope="col">Type</th>
            <th scope="col">Risk</th>
            <th scope="col">Requested by</th>
            <th scope="col">Approved by</th>
            <th scope="col">Implemented</th>
            <th scope="col">Outcome</th>
            <th scope="col">Ledger no.</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.seq} row={row} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, names }: { readonly row: LogRowView; readonly names: Names }) {
  const zone = useContext(ReaderZone);
  const people = (ids: readonly string[]) => {
    const listed = ids.map((id) => personName(names, id));
    return listed.length === 0 ? null : nameList(listed, MOST_NAMES, 'and');
  };
  const implementedAt = row.implementedUntil ?? row.implementedFrom;
  return (
    <tr>
      <th scope="row" className="log-key">
        <ProductLink path={issuePath(row.key)}>{row.key}</ProductLink>
      </th>
      <Cell label="Summary" isWide>
        {row.summary}
      </Cell>
      <Cell label="Type">{row.type}</Cell>
      <Cell label="Risk">{row.risk}</Cell>
      <Cell label="Requested by">{people(row.requesters)}</Cell>
      <Cell label="Approved by">{people(row.approvers)}</Cell>
      <Cell label="Implemented">{implementedAt === null ? null : <TimeStamp at={implementedAt} />}</Cell>
      <td data-label="Outcome">
        <Lozenge appearance={STAGE_APPEARANCE[row.stage]} maxWidth="100%">
          {STAGE_TITLES[row.stage]}
        </Lozenge>
        {row.outcome !== null && <p>{row.outcome}</p>}
      </td>
      <td data-label="Ledger no.">
        <span title={`Closed ${absoluteTime(row.closedAt, zone)}; hash ${row.hash}`}>{row.seq}</span>
      </td>
    </tr>
  );
}

interface CellProps {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A card leaves out what is not known; a table must keep the column. */
function Cell({ label, isWide = false, children }: CellProps) {
  const isEmpty = children === null || children === '';
  return (
    <td data-label={label} className={isEmpty ? 'empty-cell' : isWide ? 'wide-cell' : undefined}>
      {isEmpty ? '–' : children}
    </td>
  );
}
