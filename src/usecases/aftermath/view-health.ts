import { faultKey } from '../../domain/aftermath/guard-faults';
import { isFinding, type SweepState } from '../../domain/aftermath/sweep';
import type { Instant } from '../../domain/instant';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry';
import type { Ports } from '../../ports/ports';

/** What the sweep knows and found. */
export interface Health {
  readonly state: SweepState;
  /** The newest first. */
  readonly findings: readonly LedgerEntry[];
  /** How many older ones there are. */
  readonly older: number;
  /** Since when the first project is watched; null where none is. */
  readonly watchedSince: Instant | null;
  readonly projects: number;
  readonly waitingRecords: number;
}

const MOST_SHOWN = 50;
const NEWEST_ENTRIES = 100;

/** How the record stands: when it was last looked at, and what was found. Also what the next sweep will list is in it. */
export async function viewHealth(
  ports: Pick<Ports, 'sweepRegister' | 'setupRegister' | 'ledger' | 'archive'>,
): Promise<Health> {
  const [state, { projects }, learned, months] = await Promise.all([
    ports.sweepRegister.state(),
    ports.setupRegister.governance(),
    ports.sweepRegister.learned(),
    ports.archive.logMonths(),
  ]);
  const newest = (await ports.ledger.read(state.indexedThrough + 1, NEWEST_ENTRIES)).filter(isFinding);
  const listed = state.findings.slice(-MOST_SHOWN);
  const findings = [...(await ports.ledger.readAt(listed)), ...newest].reverse();
  const watched = [...projects, ...learned];
  const unpublished = months.flatMap(({ parts }) => parts.filter(({ published }) => !published));
  return {
    state,
    findings: findings.slice(0, MOST_SHOWN),
    older: state.findings.length + newest.length - Math.min(MOST_SHOWN, findings.length),
    watchedSince: watched.map(({ since }) => since).sort()[0] ?? null,
    projects: new Set(watched.map(({ projectId }) => projectId)).size,
    waitingRecords: unpublished.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

/** Whether a guard is still missing; null for what nobody looks at again. */
export function stillLasts({ faults }: SweepState, { event, actionId }: LedgerEntry): boolean | null {
  if (event.kind !== 'guard-missing') return null;
  const fault = faults[faultKey(event.projectId, event)];
  return fault?.lasts === true && actionId.endsWith(`:${String(fault.times)}`);
}
