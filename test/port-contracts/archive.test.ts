import { beforeEach, describe, expect, it } from '@jest/globals';
import { CHANGE_FIELDS, FIELD_KINDS } from '../../src/domain/change/change-field';
import { emptyMonth, type LogMonth, type LogPart } from '../../src/domain/record/change-log';
import type { ChangeRecord, StoredRecord } from '../../src/domain/record/change-record';
import { NO_SETTINGS } from '../../src/domain/settings';
import type { LedgerWrite } from '../../src/ports/ledger';
import { genericPolicy } from '../../src/policies/generic';
import { changeFacts } from '../builders/change-facts';
import { draftOf } from '../builders/entries';
import { inForce, policyWith } from '../builders/policies';
import { recordOf, rowOf } from '../builders/records';
import { sheetOf, voteOn } from '../builders/votes';
import { BOTH_WORLDS } from './both-worlds';
import { failureCode } from './failure-code';
import type { World } from './world';

const part = (overrides: Partial<LogPart> = {}): LogPart => ({
  pageId: null,
  rows: [],
  published: false,
  problem: null,
  ...overrides,
});
const monthOf = (month: string, revision = 1, parts: readonly LogPart[] = [part()]): LogMonth => ({
  month,
  revision,
  parts,
});

describe.each(BOTH_WORLDS)('the archive $name', ({ make }) => {
  let world: World;
  let acts = 0;
  beforeEach(async () => {
    world = await make();
    acts = 0;
  });

  /** Puts something on record with its documents; a record gets the number and the hash of its entry. */
  async function write(...writes: readonly LedgerWrite[]): Promise<number> {
    acts += 1;
    const { entry } = await world.ports.ledger.append(draftOf(acts), () => writes);
    return entry.seq;
  }

  async function putRecord(record: ChangeRecord): Promise<StoredRecord> {
    acts += 1;
    const written: StoredRecord[] = [];
    await world.ports.ledger.append(draftOf(acts), ({ seq, hash }) => {
      const stored = { seq, hash, record };
      written.push(stored);
      return [{ kind: 'change-record', stored }];
    });
    const [stored] = written;
    if (stored === undefined) throw new Error('Nothing was written.');
    return stored;
  }

  it('has no policy, no settings, no votes, no record and no month at first', async () => {
    const { archive, pageRegister } = world.ports;
    expect(await archive.policyInForce()).toBeUndefined();
    expect(await archive.settings()).toEqual(NO_SETTINGS);
    expect(await archive.approvalSheet('CHG-1')).toBeUndefined();
    expect(await archive.record(1)).toBeUndefined();
    expect(await archive.records([1, 2])).toEqual([]);
    expect(await archive.latestRecordsOf(['10001'])).toEqual([]);
    expect(await archive.logMonth('2026-03')).toEqual(emptyMonth('2026-03'));
    expect(await archive.logMonths()).toEqual([]);
    expect(await pageRegister.rootPage('100')).toBeUndefined();
  });

  it('gives back the policy in force as it was put in force', async () => {
    await write({ kind: 'policy-in-force', inForce: inForce(policyWith([])) });
    const second = inForce(genericPolicy, { revision: 2, since: '2026-03-02T09:00:00.000Z' });
    await write({ kind: 'policy-in-force', inForce: second });
    expect(await world.ports.archive.policyInForce()).toEqual(second);
  });

  it('keeps the votes of each change apart', async () => {
    const facts = changeFacts();
    const vote = voteOn(facts, policyWith([]), { comment: 'Fine: “go” — 合格 👍\nsecond line' });
    await write({ kind: 'approval-sheet', key: 'CHG-1', sheet: sheetOf('10001', [vote]) });
    expect(await world.ports.archive.approvalSheet('CHG-1')).toEqual(sheetOf('10001', [vote]));
    expect(await world.ports.archive.approvalSheet('CHG-11')).toBeUndefined();
  });

  it('gives back records whole, in the order asked for, leaving out what does not exist', async () => {
    const first = await putRecord(recordOf());
    const second = await putRecord(recordOf(changeFacts({ change: { id: '10002', key: 'CHG-2' } })));
    expect(await world.ports.archive.record(first.seq)).toEqual(first);
    expect(await world.ports.archive.records([second.seq, 99, first.seq])).toEqual([second, first]);
  });

  it('reads more records than a batch of the storage holds', async () => {
    const stored: StoredRecord[] = [];
    for (let number = 1; number <= 27; number += 1) {
      stored.push(
        await putRecord(recordOf(changeFacts({ change: { id: String(number), key: `CHG-${String(number)}` } }))),
      );
    }
    expect(await world.ports.archive.records(stored.map(({ seq }) => seq))).toEqual(stored);
  });

  it.each([
    ['Chinese', '变更'],
    ['emoji', '🚀🛠️'],
    ['quotes and backslashes', '"\\'],
    ['accents', 'é\u0301'],
  ])('keeps a record whose texts are all full of %s', async (_what, sample) => {
    const long = sample.repeat(32_767 / sample.length);
    const texts = CHANGE_FIELDS.filter((field) => FIELD_KINDS[field] === 'text');
    const fields = Object.fromEntries(texts.map((field) => [field, long]));
    const stored = await putRecord(recordOf(changeFacts({ fields })));
    expect(await world.ports.archive.record(stored.seq)).toEqual(stored);
  });

  it('never replaces a record', async () => {
    const stored = await putRecord(recordOf());
    expect(await failureCode(write({ kind: 'change-record', stored }))).toBe('conflict');
  });

  it('knows the latest record of each change', async () => {
    await putRecord(recordOf());
    const other = await putRecord(recordOf(changeFacts({ change: { id: '10002', key: 'CHG-2' } })));
    const again = await putRecord(recordOf());
    const { archive } = world.ports;
    expect(await archive.latestRecordsOf(['10002', '10003', '10001'])).toEqual([other.seq, again.seq]);
  });

  it('lists the months newest first, whatever the order in which they came', async () => {
    for (const month of ['2026-02', '2026-03', '2025-12']) await write({ kind: 'log-month', month: monthOf(month) });
    await write({ kind: 'log-month', month: monthOf('2026-02', 2, [part({ rows: [rowOf(1)] })]) });
    const months = await world.ports.archive.logMonths();
    expect(months.map(({ month, revision }) => [month, revision])).toEqual([
      ['2026-03', 1],
      ['2026-02', 2],
      ['2025-12', 1],
    ]);
    expect(await world.ports.archive.logMonth('2026-02')).toEqual(months[1]);
  });

  it('takes the first records of two months at once', async () => {
    const codes = await Promise.all(
      ['2026-02', '2026-03'].map(async (month) => {
        let code = await failureCode(write({ kind: 'log-month', month: monthOf(month) }));
        if (code === 'conflict') code = await failureCode(write({ kind: 'log-month', month: monthOf(month) }));
        return code;
      }),
    );
    expect(codes).toEqual([undefined, undefined]);
    expect((await world.ports.archive.logMonths()).map(({ month }) => month)).toEqual(['2026-03', '2026-02']);
  });

  it('replaces one part of a month at its revision', async () => {
    const { archive, pageRegister } = world.ports;
    await write({
      kind: 'log-month',
      month: monthOf('2026-03', 1, [part({ rows: [rowOf(1)] }), part({ rows: [rowOf(2)] })]),
    });
    const published = part({ rows: [rowOf(2)], pageId: '4711', published: true });
    const next = monthOf('2026-03', 2, [part({ rows: [rowOf(1)] }), published]);
    expect(await pageRegister.savePart('2026-03', 1, 1, published)).toEqual(next);
    expect(await archive.logMonth('2026-03')).toEqual(next);
  });

  it('refuses to replace a part of a month that has moved on', async () => {
    const { archive, pageRegister } = world.ports;
    await write({ kind: 'log-month', month: monthOf('2026-03') });
    await write({ kind: 'log-month', month: monthOf('2026-03', 2, [part({ rows: [rowOf(1)] })]) });
    expect(await failureCode(pageRegister.savePart('2026-03', 1, 0, part({ published: true })))).toBe('conflict');
    expect(await archive.logMonth('2026-03')).toEqual(monthOf('2026-03', 2, [part({ rows: [rowOf(1)] })]));
  });

  it('remembers and forgets the root page of each space', async () => {
    const { pageRegister } = world.ports;
    await pageRegister.saveRootPage('100', '4711');
    await pageRegister.saveRootPage('101', '4712');
    expect([await pageRegister.rootPage('100'), await pageRegister.rootPage('101')]).toEqual(['4711', '4712']);
    await pageRegister.saveRootPage('100', null);
    expect([await pageRegister.rootPage('100'), await pageRegister.rootPage('101')]).toEqual([undefined, '4712']);
  });
});
