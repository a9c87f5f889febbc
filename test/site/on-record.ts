import { z } from 'zod';
import type { Site } from '../../sandbox';
import { storedValues } from './stored-values';

const document = z.looseObject({
  document: z.looseObject({ actionId: z.string(), by: z.string(), event: z.looseObject({ kind: z.string() }) }),
});
const entry = z.object({ seq: z.number(), body: z.string().transform((text) => document.parse(JSON.parse(text))) });

export interface OnRecord {
  readonly actionId: string;
  readonly by: string;
  readonly event: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** What the ledger of a site says, in its order. */
export function ledgerOf(site: Site): readonly OnRecord[] {
  return [...storedValues(site)]
    .flatMap(([key, value]) => (key.includes('ledger-entry/') ? [entry.parse(value)] : []))
    .sort((one, other) => one.seq - other.seq)
    .map(({ body }) => body.document);
}

const FINDINGS = ['gate-bypassed', 'gates-skipped', 'change-left', 'guard-missing', 'event-missed'];

/** What is amiss, as far as it is on record. */
export function findingsOf(site: Site): readonly OnRecord['event'][] {
  return ledgerOf(site).flatMap(({ event }) => (FINDINGS.includes(event.kind) ? [event] : []));
}
