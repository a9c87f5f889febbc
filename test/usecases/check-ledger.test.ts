import { describe, expect, it } from '@jest/globals';
import { EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import { checkLedger } from '../../src/usecases/check-ledger';
import { ledgerOf } from '../builders/entries';
import { UNREACHABLE } from '../builders/governed-site';
import { createFakes, type Fakes } from '../fakes/create-fakes';

function siteWith(count: number): Fakes {
  const fakes = createFakes();
  fakes.store.entries.push(...ledgerOf(count));
  return fakes;
}

describe('the check of the ledger', () => {
  it.each([1, 99, 100, 101, 250])('reads all of %i entries', async (count) => {
    const fakes = siteWith(count);
    const { seq, hash } = fakes.store.entries.at(-1) ?? EMPTY_LEDGER;
    expect(await checkLedger(fakes)).toEqual({ intact: true, entries: count, head: { seq, hash } });
  });

  it('finds an empty ledger intact', async () => {
    expect(await checkLedger(siteWith(0))).toEqual({ intact: true, entries: 0, head: EMPTY_LEDGER });
  });

  it.each([1, 100, 101, 205])('names entry %i when that one was altered', async (number) => {
    const fakes = siteWith(205);
    const entry = fakes.store.entries[number - 1];
    if (entry === undefined) throw new Error('The ledger of the test has this entry.');
    fakes.store.entries[number - 1] = { ...entry, by: 'account-forger' };
    expect(await checkLedger(fakes)).toEqual({ intact: false, brokenAt: number, why: 'altered' });
  });

  it('names the first entry of those that are missing before the head', async () => {
    const fakes = siteWith(120);
    fakes.ledger.head = () => Promise.resolve({ seq: 130, hash: 'f'.repeat(64) });
    expect(await checkLedger(fakes)).toEqual({ intact: false, brokenAt: 121, why: 'missing' });
  });

  it('says that the head differs where the entries are unbroken but end otherwise', async () => {
    const fakes = siteWith(3);
    fakes.ledger.head = () => Promise.resolve({ seq: 3, hash: 'f'.repeat(64) });
    expect(await checkLedger(fakes)).toEqual({ intact: false, brokenAt: 3, why: 'head-differs' });
  });

  it('is not disturbed by what is appended while it reads', async () => {
    const fakes = siteWith(2);
    const checking = checkLedger(fakes);
    await Promise.resolve();
    fakes.store.entries.push(...ledgerOf(3).slice(2));
    expect(await checking).toMatchObject({ intact: true });
  });

  it('fails where the ledger does not answer', async () => {
    const fakes = siteWith(2);
    fakes.faults.fail('ledger.read', UNREACHABLE);
    await expect(checkLedger(fakes)).rejects.toBe(UNREACHABLE);
  });
});
