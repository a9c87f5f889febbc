import { digestOf } from '../domain/canonical';
import { closingsOf, type ChangeHistory, type Closing } from '../domain/change/change-history';
import type { ApprovalSheet } from '../domain/approval/vote';
import { known, type ChangeFacts, type Fact } from '../domain/change/change-facts';
import { planOf } from '../domain/change/plan-fingerprint';
import { Failure } from '../domain/failure';
import { isAboutCloser } from '../domain/guards/acting-duty';
import { monthOf } from '../domain/instant';
import type { EntryDraft } from '../domain/ledger/ledger-entry';
import { evaluatePolicy } from '../domain/policy/evaluate-policy';
import type { Policy } from '../domain/policy/policy';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import { placeRow } from '../domain/record/change-log';
import { drawUpRecord, type ChangeRecord } from '../domain/record/change-record';
import type { Ports } from '../ports/ports';
import { sheetUnknown, votesOf } from './bare-facts';
import { completeFacts, type BareFacts, type FactPorts } from './complete-facts';
import { onFreshState } from './on-fresh-state';
import { publishPage } from './publish-page';
import { readablePolicy } from './readable-policy';

/**
 * Puts a change that has reached a closed stage on record and on its page of the change log. Reads the truth itself, so
 * the same message may come twice, late or out of order: each closing is one entry of the ledger and one row of the log.
 * Nothing happens for a change that is not closed, or for an issue that is no change request.
 * @throws Failure when anything could not be read or written: the message must come again.
 */
export async function recordChange(ports: Ports, changeId: string): Promise<void> {
  const [reading, history, inForce] = await Promise.all([
    ports.changes.read(changeId),
    ports.changes.history(changeId),
    // A record is drawn up also when the policy cannot be read: it then says that no policy was known.
    readablePolicy(ports),
  ]);
  if (!reading.isChangeRequest) return;
  const closings = closingsOf(history);
  if (closings.length === 0) return;
  const sheet = await sheetForRecord(ports, reading.facts.change.key);
  const bare = { reading, votes: votesOf(sheet, changeId), edits: {} };
  const facts = inForce
    ? await completeFacts(ports, inForce.policy, bare, ['close'])
    : { ...reading.facts, votes: bare.votes, fingerprint: planOf(reading.facts, []).fingerprint };
  for (const closing of closings) {
    const own = inForce && (await factsWithCloser(ports, inForce.policy, bare, closing));
    await putOnRecord(ports, own ?? facts, history, inForce, closing);
  }
  for (const month of new Set(closings.map(({ at }) => monthOf(at)))) await publishMonth(ports, changeId, month);
}

/** Afterwards Jira's history tells who closed the change: a rule about that person is decided with it. */
async function factsWithCloser(
  ports: FactPorts,
  policy: Policy,
  bare: BareFacts,
  { stage, by }: Closing,
): Promise<ChangeFacts | undefined> {
  if (stage !== 'closed' || by === null || !policy.rules.some(isAboutCloser)) return undefined;
  return completeFacts(ports, policy, { ...bare, actor: by }, ['close']);
}

async function putOnRecord(
  ports: Ports,
  facts: ChangeFacts,
  history: ChangeHistory,
  inForce: PolicyInForce | undefined,
  closing: Closing,
): Promise<void> {
  const actionId = `closed:${facts.change.id}:${closing.moveId}`;
  if ((await ports.ledger.find(actionId)) !== undefined) return;
  const evaluation =
    inForce && closing.stage === 'closed' ? evaluatePolicy(inForce.policy, facts, 'close', closing.at) : null;
  const record = drawUpRecord({ facts, history, closing, policy: inForce ?? null, evaluation });
  const draft: EntryDraft = {
    actionId,
    at: ports.clock.now(),
    by: closing.by ?? 'app',
    event: {
      kind: 'change-closed',
      change: facts.change,
      as: closing.stage,
      closedAt: closing.at,
      recordDigest: digestOf(record),
    },
  };
  await onFreshState(() => append(ports, draft, record));
}

async function append(ports: Ports, draft: EntryDraft, record: ChangeRecord): Promise<void> {
  const log = await ports.archive.logMonth(monthOf(record.closedAt));
  const { id: changeId, key } = record.change;
  await ports.ledger.append(draft, ({ seq, hash }) => {
    const stored = { seq, hash, record };
    const placed = placeRow(log, { changeId, key, seq, hash, bytes: ports.pages.sizeOf(stored) });
    return [
      { kind: 'change-record', stored },
      { kind: 'log-month', month: { ...placed.month, revision: log.revision + 1 } },
    ];
  });
}

async function publishMonth(ports: Ports, changeId: string, month: string): Promise<void> {
  const log = await ports.archive.logMonth(month);
  for (const [index, { rows }] of log.parts.entries()) {
    if (rows.some((row) => row.changeId === changeId)) await publishPage(ports, month, index);
  }
}

/**
 * Votes that cannot be read are on record as unknown. A record never changes, so storage that does not answer is no
 * reason to leave them out.
 */
async function sheetForRecord(ports: Pick<Ports, 'archive'>, key: string): Promise<Fact<ApprovalSheet | undefined>> {
  try {
    return known(await ports.archive.approvalSheet(key));
  } catch (error) {
    if (error instanceof Failure && error.code === 'unreadable-document') return sheetUnknown(error);
    throw error;
  }
}
