import EmptyState from '@atlaskit/empty-state';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { formatInstant } from '../date-time';
import { PageLink } from '../routing';
import { useSession } from '../session';
import type { IssueRow } from '../site/jira-shapes';
import { StatusLozenge } from './status-lozenge';

/** Work items with a filter by text and by status. */
export function IssueTable({ rows }: { readonly rows: readonly IssueRow[] }) {
  const { me } = useSession();
  const [text, setText] = useState('');
  const [statuses, setStatuses] = useState<readonly string[]>([]);
  const names = [...new Set(rows.map((row) => row.fields.status.name))];
  const shown = rows.filter((row) => {
    const where = `${row.key} ${row.fields.summary ?? ''} ${row.fields.reporter?.displayName ?? ''}`.toLowerCase();
    return where.includes(text.toLowerCase()) && (statuses.length === 0 || statuses.includes(row.fields.status.name));
  });
  if (rows.length === 0) {
    return (
      <EmptyState
        headingLevel={2}
        header="No work items yet"
        description="Create the first one, or look as somebody else."
      />
    );
  }
  return (
    <>
      <div className="filters">
        <Textfield
          aria-label="Filter by text"
          placeholder="Filter by key, summary or reporter"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Select
          inputId="status-filter"
          label="Filter by status"
          placeholder="All statuses"
          isMulti
          options={names.map((name) => ({ label: name, value: name }))}
          onChange={(chosen) => {
            setStatuses(chosen.map(({ value }) => value));
          }}
        />
      </div>
      <p className="quiet" role="status">
        {shown.length === rows.length
          ? `${String(rows.length)} work items`
          : `${String(shown.length)} of ${String(rows.length)} work items`}
      </p>
      <table className="issue-table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            <th scope="col">Type</th>
            <th scope="col">Status</th>
            <th scope="col">Reporter</th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, fields }) => (
            <tr key={key}>
              <td className="cell-key">
                <PageLink href={`/browse/${key}`}>{key}</PageLink>
              </td>
              <td className="cell-summary">
                <PageLink href={`/browse/${key}`} className="plain-link">
                  {fields.summary ?? ''}
                </PageLink>
              </td>
              <td className="cell-type">{fields.issuetype.name}</td>
              <td className="cell-status">
                <StatusLozenge status={fields.status} />
              </td>
              <td className="cell-reporter">{fields.reporter?.displayName ?? ''}</td>
              <td className="cell-updated">
                {fields.updated == null ? '' : formatInstant(fields.updated, me.timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="quiet">Nothing matches the filter.</p>}
    </>
  );
}
