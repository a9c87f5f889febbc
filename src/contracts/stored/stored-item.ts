import { z } from 'zod';
import { ledgerNumber } from './stored-parts';

/**
 * What stands under a key of the entity `stored-document`: a text, or the first or a further part of one. All parts of
 * a text carry its revision.
 */
export const storedItem = z.object({
  revision: z.number().int().positive(),
  parts: z.number().int().positive(),
  body: z.string().min(1),
});

export type StoredItem = z.infer<typeof storedItem>;

/** An entry of the ledger under its number (entity `ledger-entry`). */
export const ledgerEntryItem = z.object({ seq: ledgerNumber, body: z.string().min(1) });

/** Under the name of an act: the number of the entry by which it is on record (entity `ledger-action`). */
export const ledgerActionItem = z.object({ seq: ledgerNumber });
