import type { ApprovalSheet } from '../domain/approval/vote';
import type { Vote } from '../domain/approval/vote';
import { known, unknown, type Fact } from '../domain/change/change-facts';
import { Failure } from '../domain/failure';
import type { Ports } from '../ports/ports';
import type { BareFacts } from './complete-facts';

/** What is known of a change before any policy is asked. @throws Failure as `ChangeRequests` does. */
export async function bareFacts(ports: Pick<Ports, 'changes' | 'archive'>, key: string): Promise<BareFacts> {
  const [reading, sheet] = await Promise.all([ports.changes.read(key), readSheet(ports, key)]);
  return { reading, votes: votesOf(sheet, reading.facts.change.id), edits: {} };
}

/** The approval sheet of a change; a failure to read it is kept as the reason why the votes are not known. */
export async function readSheet(ports: Pick<Ports, 'archive'>, key: string): Promise<Fact<ApprovalSheet | undefined>> {
  try {
    return known(await ports.archive.approvalSheet(key));
  } catch (error) {
    if (error instanceof Failure) return sheetUnknown(error);
    throw error;
  }
}

/** A failure to read the votes, as the reason why they are not known. */
export function sheetUnknown(failure: Failure): Fact<never> {
  return unknown('lookup-failed', failure.message.replace(/\.$/, ''));
}

/** The votes on a sheet, provided that it is the sheet of this very change and not of another one that had its key. */
export function votesOf(sheet: Fact<ApprovalSheet | undefined>, changeId: string): Fact<readonly Vote[]> {
  if (sheet.state === 'unknown') return sheet;
  if (sheet.value === undefined) return known([]);
  if (sheet.value.changeId === changeId) return known(sheet.value.votes);
  return unknown(
    'unreadable-value',
    `the approvals kept under this key belong to the change with id ${sheet.value.changeId}`,
  );
}
