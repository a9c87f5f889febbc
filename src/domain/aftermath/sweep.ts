import type { ChangeIdentity } from '../change/identity';
import type { Instant } from '../instant';
import type { LedgerEntry } from '../ledger/ledger-entry';

/** What is looked at in this order: changes that were touched, changes that should still be there, and the gates. */
export const SWEEP_PHASES = ['changes', 'known', 'guards'] as const;
export type SweepPhase = (typeof SWEEP_PHASES)[number];

export interface SweepRun {
  readonly startedAt: Instant;
  readonly phase: SweepPhase;
  /** Ids of what is still to be looked at in this phase. */
  readonly pending: readonly string[];
  /** How many changes were looked at. */
  readonly looked: number;
  /** Why some of them could not be looked at: sentences. */
  readonly problems: readonly string[];
  /** The number of the last ledger entry when it began. */
  readonly fromSeq: number;
}

/** How far the sweep has come. Written down after every few steps, so that it goes on where it ended. */
export interface SweepState {
  readonly revision: number;
  /** Null between two sweeps. */
  readonly run: SweepRun | null;
  /** Every change that was touched before this was looked at; null before the first sweep. */
  readonly lookedThrough: Instant | null;
  /** Ledger entries up to this number were looked through for known changes and findings. */
  readonly indexedThrough: number;
  /** Ledger entries up to this number were told to the people whom the policy names. */
  readonly toldThrough: number;
  /** Numbers of the ledger entries that tell of something amiss, the newest last. */
  readonly findings: readonly number[];
  /** Faults of gates that were put on record: whether they last, and how often they came up. */
  readonly faults: Readonly<Record<string, { readonly times: number; readonly lasts: boolean }>>;
  readonly last: SweepOutcome | null;
  /** Why the last attempt ended before its time; null where it did not. */
  readonly failure: { readonly at: Instant; readonly why: string } | null;
}

export interface SweepOutcome {
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly looked: number;
  readonly found: number;
  readonly problems: readonly string[];
}

export const NO_SWEEP: SweepState = {
  revision: 0,
  run: null,
  lookedThrough: null,
  indexedThrough: 0,
  toldThrough: 0,
  findings: [],
  faults: {},
  last: null,
  failure: null,
};

const MOST_FINDINGS = 500;

/** Whether a ledger entry tells of something that should not have happened. */
export function isFinding({ event: { kind } }: Pick<LedgerEntry, 'event'>): boolean {
  return FINDINGS.some((finding) => finding === kind);
}

const FINDINGS = ['gate-bypassed', 'gates-skipped', 'change-left', 'guard-missing', 'event-missed'] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** The numbers of what is amiss, once these entries were looked through too. */
export function withFindings(findings: readonly number[], entries: readonly LedgerEntry[]): readonly number[] {
  return [...findings, ...entries.filter(isFinding).map(({ seq }) => seq)].slice(-MOST_FINDINGS);
}

/**
 * The changes that should be there, once these entries were looked through too: everything that the ledger tells of, apart
 * from what it says is gone or no change request any more. A change that comes back is in it again with its next entry.
 */
export function withKnown(
  known: readonly ChangeIdentity[],
  entries: readonly LedgerEntry[],
): readonly ChangeIdentity[] {
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  for (const { event } of entries) {
    if (!('change' in event) || event.change === null) continue;
    const { id, key } = event.change;
    if (event.kind === 'change-left' && event.how !== 'moved') keys.delete(id);
    else keys.set(id, key);
  }
  return [...keys].map(([id, key]) => ({ id, key }));
}

/** The same changes, with the keys that some of them have now. */
export function withKeys(
  known: readonly ChangeIdentity[],
  renamed: readonly ChangeIdentity[],
): readonly ChangeIdentity[] {
  const keys = new Map(renamed.map(({ id, key }) => [id, key]));
  return known.map(({ id, key }) => ({ id, key: keys.get(id) ?? key }));
}
