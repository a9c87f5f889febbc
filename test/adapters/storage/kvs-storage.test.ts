import { beforeEach, describe, expect, it } from '@jest/globals';
import { splitText } from '../../../src/adapters/storage/split-text';
import { storedSettings } from '../../../src/contracts/stored/settings';
import { writeStored } from '../../../src/contracts/stored/stored-document';
import { Failure } from '../../../src/domain/failure';
import type { LedgerWrite } from '../../../src/ports/ledger';
import { changeFacts } from '../../builders/change-facts';
import { draftOf } from '../../builders/entries';
import { inForce, policyWith } from '../../builders/policies';
import { recordOf } from '../../builders/records';
import { sheetOf, voteOn } from '../../builders/votes';
import { failureCode } from '../../port-contracts/failure-code';
import { createSandboxWorld, type SandboxWorld } from '../sandbox-world';

const DOCUMENTS = 'entity:stored-document';
const TRANSACTION = { path: '/api/v1/transaction' };
const nothing = (): readonly LedgerWrite[] => [];
const saveSettings = (): readonly LedgerWrite[] => [
  { kind: 'settings', settings: { revision: 1, roles: {}, delegations: [], spaceId: null } },
];

describe('Forge storage', () => {
  let world: SandboxWorld;
  beforeEach(async () => {
    world = await createSandboxWorld();
  });

  const calls = () => world.host.log.entries().map(({ path }) => path);

  it('gives the policy in force and the votes of a change in one platform call each', async () => {
    const { archive, ledger } = world.ports;
    const policy = policyWith([]);
    await ledger.append(draftOf(1), () => [
      { kind: 'policy-in-force', inForce: inForce(policy) },
      { kind: 'approval-sheet', key: 'CHG-1', sheet: sheetOf('10001', [voteOn(changeFacts(), policy)]) },
    ]);
    world.host.log.clear();
    expect(await archive.policyInForce()).toBeDefined();
    expect(calls()).toEqual(['/api/v1/entity/get']);
    expect(await archive.approvalSheet('CHG-1')).toBeDefined();
    expect(calls()).toEqual(['/api/v1/entity/get', '/api/v1/entity/get']);
  });

  it('takes an entry with all its documents in one transaction', async () => {
    await world.ports.ledger.append(draftOf(1), nothing);
    world.host.log.clear();
    await world.ports.ledger.append(draftOf(2), saveSettings);
    // The head, and the list of the entries about the change.
    expect(calls()).toEqual(['/api/v1/entity/get', '/api/v1/entity/get', '/api/v1/transaction']);
  });

  describe('with a document that cannot be read', () => {
    const put = (value: Record<string, unknown>) => world.host.kvs.put(DOCUMENTS, 'settings', value);
    const body = (document: unknown, schemaVersion = 1) => JSON.stringify({ schemaVersion, document });

    it.each([
      ['is no JSON', { revision: 1, parts: 1, body: '{' }, 'it is not a stored document of this app'],
      [
        'lacks a field',
        { revision: 1, parts: 1, body: body({ revision: 1, roles: {}, spaceId: null }) },
        'delegations: ',
      ],
      [
        'has a field too many',
        { revision: 1, parts: 1, body: body({ revision: 1, spaceId: null, roles: {}, delegations: [], extra: 1 }) },
        'Unrecognized key: "extra"',
      ],
      [
        'is of a newer app',
        { revision: 1, parts: 1, body: body({}, 3) },
        'it has format 3, of a newer version of the app; this one reads up to 2',
      ],
      ['is something else', { revision: 1 }, 'it is not in the form in which the app stores documents'],
      ['lacks its second part', { revision: 1, parts: 2, body: '{"sch' }, 'it is not in the form'],
    ])('says which and why when it %s, and leaves it as it is', async (_what, value, problem) => {
      put(value);
      const error = await world.ports.archive.settings().catch((thrown: unknown) => thrown);
      if (!(error instanceof Failure)) throw error;
      expect(error.code).toBe('unreadable-document');
      expect(error.message).toContain('"settings');
      expect(error.message).toContain(problem);
      expect(world.host.kvs.get(DOCUMENTS, 'settings')?.value).toEqual(value);
    });

    it('does not write over it', async () => {
      const value = { revision: 1, parts: 1, body: '{' };
      put(value);
      expect(await failureCode(world.ports.ledger.append(draftOf(1), saveSettings))).toBe('conflict');
      expect(world.host.kvs.get(DOCUMENTS, 'settings')?.value).toEqual(value);
    });

    it('does not take a policy whose text is not the one that was put in force', async () => {
      await world.ports.ledger.append(draftOf(1), () => [
        { kind: 'policy-in-force', inForce: inForce(policyWith([]), { hash: 'f'.repeat(64) }) },
      ]);
      expect(await failureCode(world.ports.archive.policyInForce())).toBe('unreadable-document');
    });
  });

  it('does not give a document of which one part is of another revision', async () => {
    const cto = { groups: ['g'.repeat(300_000)], people: [], projectRoles: [] };
    const settings = { revision: 2, roles: { cto }, delegations: [], spaceId: null };
    const [first, second] = splitText(writeStored(storedSettings, settings));
    world.host.kvs.put(DOCUMENTS, 'settings', { revision: 2, parts: 2, body: first });
    world.host.kvs.put(DOCUMENTS, 'settings#1', { revision: 1, parts: 2, body: second });
    expect(await failureCode(world.ports.archive.settings())).toBe('unreachable');
    world.host.kvs.put(DOCUMENTS, 'settings#1', { revision: 2, parts: 2, body: second });
    expect(await world.ports.archive.settings()).toEqual(settings);
  });

  it('finds the end of the ledger by its entries when the hint is gone, however long the ledger is', async () => {
    const { ledger } = world.ports;
    for (let number = 1; number <= 27; number += 1) await ledger.append(draftOf(number), nothing);
    const head = await ledger.head();
    world.host.kvs.delete(DOCUMENTS, 'ledger-head');
    expect(await ledger.head()).toEqual(head);
    expect(await ledger.append(draftOf(28), nothing)).toMatchObject({ entry: { seq: 28, previousHash: head.hash } });
  });

  describe('of a ledger that is older than its lists', () => {
    const OLD_HINT = (seq: number, hash: string) => JSON.stringify({ schemaVersion: 1, document: { seq, hash } });
    const seqsOf = async (before: number | null, limit: number) => {
      const page = await world.ports.ledger.ofChange('10001', before, limit);
      return [page.entries.map(({ seq }) => seq), page.before];
    };
    /** Entries about the change, as the first form of the app left them: without a list. */
    const oldLedger = async (count: number) => {
      for (let number = 1; number <= count; number += 1) await world.ports.ledger.append(draftOf(number), nothing);
      const { seq, hash } = await world.ports.ledger.head();
      world.host.kvs.delete(DOCUMENTS, 'change-entries:10001');
      world.host.kvs.put(DOCUMENTS, 'ledger-head', { revision: seq, parts: 1, body: OLD_HINT(seq, hash) });
    };

    it('finds what is on no list by looking for it, behind what is', async () => {
      await oldLedger(3);
      await world.ports.ledger.append(draftOf(4), nothing);
      await world.ports.ledger.append(draftOf(5), nothing);
      expect(await seqsOf(null, 10)).toEqual([[5, 4], 4]);
      expect(await seqsOf(4, 2)).toEqual([[3, 2], 2]);
      expect(await seqsOf(2, 2)).toEqual([[1], null]);
    });

    it('finds it also where the hint is gone', async () => {
      await oldLedger(2);
      world.host.kvs.delete(DOCUMENTS, 'ledger-head');
      expect(await seqsOf(null, 10)).toEqual([[2, 1], null]);
    });
  });

  it('keeps the list of a change in pages of 200', async () => {
    const { ledger } = world.ports;
    for (const number of [1, 2, 3]) await ledger.append(draftOf(number), nothing);
    const full = { page: 0, seqs: Array.from({ length: 200 }, () => 1) };
    const body = JSON.stringify({ schemaVersion: 1, document: full });
    world.host.kvs.put(DOCUMENTS, 'change-entries:10001', { revision: 3, parts: 1, body });
    await ledger.append(draftOf(4), nothing);
    await ledger.append(draftOf(5), nothing);
    expect((await ledger.ofChange('10001', null, 3)).entries.map(({ seq }) => seq)).toEqual([5, 4, 1]);
    const pages = ['change-entries:10001', 'change-entries:10001.0'].map(
      (key) => world.host.kvs.get(DOCUMENTS, key)?.value,
    );
    expect(pages).toMatchObject([
      { body: JSON.stringify({ document: { page: 1, seqs: [4, 5] }, schemaVersion: 1 }) },
      { body: JSON.stringify({ document: full, schemaVersion: 1 }) },
    ]);
  });

  it('does not know whether a lost answer was a yes; the act handed in again is on record once', async () => {
    const { ledger, archive } = world.ports;
    world.host.faults.failCall({ match: TRANSACTION, status: 'lost-answer' });
    expect(await failureCode(ledger.append(draftOf(1), saveSettings))).toBe('unreachable');
    expect(await ledger.append(draftOf(1), saveSettings)).toMatchObject({ already: true, entry: { seq: 1 } });
    expect((await ledger.head()).seq).toBe(1);
    expect((await archive.settings()).revision).toBe(1);
  });

  it.each([429, 500, 503, 'timeout', 'lost-answer'] as const)('is unreachable when it answers %s', async (status) => {
    world.host.faults.failCall({ status });
    expect(await failureCode(world.ports.archive.settings())).toBe('unreachable');
  });

  it('refuses a record that it could not take whole, in words, and writes nothing', async () => {
    const history = Array.from({ length: 50_000 }, (_, index) => ({
      id: String(index),
      at: '2026-03-02T09:00:00.000Z',
      by: null,
      from: null,
      to: null,
    }));
    const record = recordOf(changeFacts(), { history });
    const append = world.ports.ledger.append(draftOf(1), ({ seq, hash }) => [
      { kind: 'change-record', stored: { seq, hash, record } },
    ]);
    await expect(append).rejects.toMatchObject({ code: 'bad-request', message: expect.stringContaining('4 MB') });
    expect((await world.ports.ledger.head()).seq).toBe(0);
  });

  it('keeps nothing under a key that is no id', async () => {
    expect(await failureCode(world.ports.archive.approvalSheet('CHG-1#1'))).toBe('bad-request');
  });
});
