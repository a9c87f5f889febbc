import { issueLinks } from '../../contracts/jira/issue-links';
import { known, valuesOf, type Fact, type FieldValue } from '../../domain/change/change-facts';

/** Jira Service Management calls its type `[System] Incident`. */
const INCIDENT = /\bincident\b/i;

/**
 * The incidents of a change: what its Incident field says, and every issue of a type of that name that it is linked to.
 * A site without that field knows them by links alone.
 */
export function withLinkedIncidents(field: Fact<FieldValue>, links: unknown): Fact<FieldValue> {
  if (field.state === 'unknown' && field.cause.code !== 'no-such-field') return field;
  const written = field.state === 'known' ? valuesOf(field.value) : [];
  const all = [...new Set([...written, ...linkedIncidents(links)])];
  return known(all.length === 0 ? null : all);
}

function linkedIncidents(links: unknown): readonly string[] {
  const read = issueLinks.safeParse(links ?? []);
  if (!read.success) return [];
  return read.data
    .flatMap(({ inwardIssue, outwardIssue }) => [inwardIssue, outwardIssue])
    .flatMap((issue) => (issue !== undefined && INCIDENT.test(issue.fields?.issuetype?.name ?? '') ? [issue.key] : []));
}
