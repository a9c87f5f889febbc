import { describe, expect, it } from '@jest/globals';
import { aftermathRemedy, aftermathText, isAftermath, type AftermathEvent } from '../../src/contracts/aftermath-text';
import { storedLedgerEntry } from '../../src/contracts/stored/ledger-entry';
import { readStored, writeStored } from '../../src/contracts/stored/stored-document';
import { chain, EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import { minute } from '../builders/votes';

const change = { id: '10001', key: 'CHG-1' };
const guard = { kind: 'guard-missing', projectId: '1', projectKey: 'CHG', transitionId: '11', gate: 'submit' } as const;

const SENTENCES: readonly [AftermathEvent, string][] = [
  [
    { kind: 'gate-bypassed', change, gate: 'submit', moveId: 'm', movedAt: minute(1), from: 'draft', to: 'assessment' },
    'CHG-1 was moved from Draft to Assessment without the gate: nothing shows that the policy allowed it.',
  ],
  [
    { kind: 'gates-skipped', change, how: 'created', stage: 'closed', arrivedAt: minute(1) },
    'CHG-1 was created or imported in Closed, without passing the gates before it.',
  ],
  [
    { kind: 'change-left', change, how: 'deleted', leftAt: minute(1) },
    'CHG-1 is gone from Jira, or hidden from the app as if it were. What the app has on record of it stays.',
  ],
  [
    { ...guard, why: 'removed' },
    'In CHG, the transition for Submit has no gate any more: whoever makes it is not held to the policy.',
  ],
  [
    { ...guard, why: 'way-around', gate: null },
    'In CHG, transition 11 leads forward without a gate that leads so far.',
  ],
  [
    { ...guard, why: 'anybody' },
    'In CHG, Jira no longer checks who may make the transition for Submit, or checks something else than the policy asks.',
  ],
  [
    { ...guard, why: 'native', gate: 'authorize' },
    'In CHG, the transition for Authorize has lost one of the rules with which Jira itself holds on to the policy while the app does not answer.',
  ],
  [
    { ...guard, why: 'other-workflow', gate: null, transitionId: null },
    'Change requests in CHG follow another workflow than the one with the gates.',
  ],
  [
    { kind: 'event-missed', change, moveId: 'm', movedAt: minute(1) },
    'Jira did not tell the app in time that CHG-1 had moved. It was found by looking, and is on record now.',
  ],
];

describe('what was found after the fact', () => {
  it.each(SENTENCES)('is a sentence with something to do next: %j', (event, sentence) => {
    expect(aftermathText(event)).toBe(sentence);
    expect(aftermathRemedy(event)).toMatch(/^[A-Z].+\.$/);
    expect(isAftermath(event)).toBe(true);
  });

  it.each(SENTENCES)('is read back from storage as it was written: %j', (event) => {
    const entry = chain(EMPTY_LEDGER, { actionId: 'act', at: minute(1), by: 'app', event });
    expect(readStored(storedLedgerEntry, writeStored(storedLedgerEntry, entry))).toEqual({
      readable: true,
      value: entry,
    });
  });
});
