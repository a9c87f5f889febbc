import type { ReactNode } from 'react';
import { isRecord } from '../adf/document';
import { AdfView } from '../adf/adf-view';
import { formatDay, formatInstant } from '../date-time';
import { useSession } from '../session';

/** Any value of a field of a work item, as its reader sees it. */
export function FieldValue({ value, type }: { readonly value: unknown; readonly type?: string }): ReactNode {
  const { me } = useSession();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="none">None</span>;
  }
  if (type === 'datetime' && typeof value === 'string') {
    return (
      <time dateTime={value} title={me.timeZone}>
        {formatInstant(value, me.timeZone)}
      </time>
    );
  }
  if (type === 'date' && typeof value === 'string') return <time dateTime={value}>{formatDay(value)}</time>;
  if (typeof value === 'string') return <span className="keep-lines">{value}</span>;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(nameOf).join(', ');
  if (isRecord(value) && value['type'] === 'doc') return <AdfView document={value} />;
  return nameOf(value);
}

/** What people, options, priorities, versions and linked things are called. */
function nameOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isRecord(value)) return '';
  for (const key of ['displayName', 'value', 'name', 'key']) {
    const name = value[key];
    if (typeof name === 'string') return name;
  }
  return JSON.stringify(value);
}
