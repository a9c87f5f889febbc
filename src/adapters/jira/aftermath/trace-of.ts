import { isStatusMove, type ChangelogItem } from '../../../contracts/changelog-item';
import type { FieldMap } from '../../../contracts/field-map';
import type { ChangelogPage } from '../../../contracts/jira/changelog';
import type { WatchedIssue } from '../../../contracts/jira/watched-issue';
import type { ChangeTrace, StatusAt, TraceStep } from '../../../domain/aftermath/change-trace';
import { findStage, isCalled } from '../read-change';

/** Where an issue has been, out of what it is now and its changelog; entries about anything else are left out. */
export function traceOf(
  { id, key, fields }: WatchedIssue,
  histories: ChangelogPage['values'],
  map: FieldMap,
): ChangeTrace {
  return {
    change: { id, key },
    projectId: fields.project.id,
    isChangeRequest: isCalled(map.issueType, fields.issuetype),
    status: statusAt(fields.status, map),
    createdAt: fields.created,
    createdBy: fields.creator?.accountId ?? null,
    steps: histories.map((history) => stepOf(history, map)).filter(saysWhere),
  };
}

function stepOf({ id, created, author, items }: ChangelogPage['values'][number], map: FieldMap): TraceStep {
  const status = items.find(isStatusMove);
  const project = items.find(({ fieldId }) => fieldId === 'project');
  const type = items.find(({ fieldId }) => fieldId === 'issuetype');
  return {
    id,
    at: created,
    by: author?.accountId ?? null,
    status: status === undefined ? null : { from: statusAt(status.from, map), to: statusAt(status.to, map) },
    project: project === undefined ? null : { from: project.from.id ?? '', to: project.to.id ?? '' },
    type:
      type === undefined ? null : { from: isCalled(map.issueType, type.from), to: isCalled(map.issueType, type.to) },
  };
}

function saysWhere({ status, project, type }: TraceStep): boolean {
  return status !== null || project !== null || type !== null;
}

function statusAt(status: ChangelogItem['from'], map: FieldMap): StatusAt {
  return { id: status.id ?? '', stage: findStage(map, status) ?? null };
}
