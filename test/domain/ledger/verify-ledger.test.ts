import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chain, EMPTY_LEDGER } from '../../../src/domain/ledger/ledger-chain';
import type { LedgerEntry, LedgerHead } from '../../../src/domain/ledger/ledger-entry';
import { verifyLedger } from '../../../src/domain/ledger/verify-ledger';
import { draftOf, ledgerOf } from '../../builders/entries';
import { fixedSeed } from '../../builders/fixed-seed';

const LENGTH = 8;
const LEDGER = ledgerOf(LENGTH);
const HEAD = headOf(LEDGER);

function headOf(entries: readonly LedgerEntry[]): LedgerHead {
  const last = entries.at(-1) ?? EMPTY_LEDGER;
  return { seq: last.seq, hash: last.hash };
}

function check(entries: readonly LedgerEntry[], expected: LedgerHead | undefined = HEAD) {
  return verifyLedger(entries, EMPTY_LEDGER, expected);
}

/** The ledger with the entry of this number as somebody made it. */
function altered(number: number, change: (entry: LedgerEntry) => LedgerEntry): readonly LedgerEntry[] {
  return LEDGER.map((entry) => (entry.seq === number ? change(entry) : entry));
}

const place = fc.integer({ min: 1, max: LENGTH });

/** Every way to change one value somewhere inside an entry: the path to it. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]));
}

function changedAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${String(value)}x`;
  return { ...(value as object), [key]: changedAt((value as Record<string, unknown>)[key], rest) };
}

describe('an unbroken ledger', () => {
  it('is found intact, with its length and head', () => {
    expect(check(LEDGER)).toEqual({ intact: true, entries: LENGTH, head: HEAD });
    expect(verifyLedger(LEDGER, EMPTY_LEDGER)).toEqual({ intact: true, entries: LENGTH, head: HEAD });
  });

  it('may be empty', () => {
    expect(check([], EMPTY_LEDGER)).toEqual({ intact: true, entries: 0, head: EMPTY_LEDGER });
  });

  it('is found intact piece by piece, each from the head of the one before', () => {
    fc.assert(
      fc.property(place, (cut) => {
        const first = verifyLedger(LEDGER.slice(0, cut), EMPTY_LEDGER);
        return first.intact && verifyLedger(LEDGER.slice(cut), first.head, HEAD).intact;
      }),
      fixedSeed(LENGTH * 2),
    );
  });
});

describe('a ledger that somebody touched', () => {
  it.each(LEDGER.slice(0, 1).flatMap((entry) => pathsIn(entry).map((path) => [path.join('.'), path] as const)))(
    'is found wherever %s of one entry was changed',
    (name, path) => {
      for (const { seq } of LEDGER) {
        const found = check(altered(seq, (entry) => changedAt(entry, path) as LedgerEntry));
        expect(found).toEqual({ intact: false, brokenAt: seq, why: name === 'seq' ? 'missing' : 'altered' });
      }
    },
  );

  it('is found where something was added to an entry', () => {
    const found = check(altered(4, (entry) => Object.assign({ note: 'added' }, entry)));
    expect(found).toEqual({ intact: false, brokenAt: 4, why: 'altered' });
  });

  it('is found at the next entry where an entry was rewritten and sealed anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LENGTH - 1 }), (number) => {
        const before = headOf(LEDGER.slice(0, number - 1));
        const found = check(altered(number, () => chain(before, draftOf(99))));
        return !found.intact && found.brokenAt === number + 1 && found.why === 'altered';
      }),
      fixedSeed(),
    );
  });

  it('is found by its head where everything from an entry on was rewritten', () => {
    const forged = ledgerOf(3).concat([]);
    for (let number = 4; number <= LENGTH; number += 1) {
      forged.push(chain(headOf(forged), draftOf(number, { by: 'account-forger' })));
    }
    expect(check(forged)).toEqual({ intact: false, brokenAt: LENGTH, why: 'head-differs' });
    expect(verifyLedger(forged, EMPTY_LEDGER).intact).toBe(true);
  });

  it('is found where any entry is missing, the last one included', () => {
    for (const { seq } of LEDGER) {
      const found = check(LEDGER.filter((entry) => entry.seq !== seq));
      expect(found).toEqual({ intact: false, brokenAt: seq, why: 'missing' });
    }
  });

  it('is found where it was cut short, and all of it as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LENGTH - 1 }), (kept) => {
        const found = check(LEDGER.slice(0, kept));
        return !found.intact && found.brokenAt === kept + 1 && found.why === 'missing';
      }),
      fixedSeed(),
    );
  });

  it('is found at the earlier place where two entries changed places', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const swapped = LEDGER.map((entry) =>
          entry.seq === one ? LEDGER[other - 1] : entry.seq === other ? LEDGER[one - 1] : entry,
        );
        const found = check(swapped.filter((entry) => entry !== undefined));
        return !found.intact && found.brokenAt === Math.min(one, other) && found.why === 'missing';
      }),
      fixedSeed(),
    );
  });

  it('is found where an entry stands twice', () => {
    fc.assert(
      fc.property(place, place, (number, at) => {
        const entry = LEDGER[number - 1];
        if (entry === undefined) throw new Error('The ledger of the test has this entry.');
        return !check(LEDGER.toSpliced(at, 0, entry)).intact;
      }),
      fixedSeed(),
    );
    expect(check(LEDGER.toSpliced(3, 0, LEDGER[2] as LedgerEntry))).toEqual({
      intact: false,
      brokenAt: 4,
      why: 'out-of-order',
    });
  });

  it('is found where it goes on behind the head that is expected', () => {
    expect(check(LEDGER, headOf(LEDGER.slice(0, 5)))).toEqual({ intact: false, brokenAt: 5, why: 'head-differs' });
  });

  it('is found where it does not follow on the head it is read from', () => {
    const other = { seq: 3, hash: 'f'.repeat(64) };
    expect(verifyLedger(LEDGER.slice(3), other)).toEqual({ intact: false, brokenAt: 4, why: 'altered' });
  });
});
