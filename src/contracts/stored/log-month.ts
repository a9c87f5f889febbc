import { z } from 'zod';
import type { LogMonth } from '../../domain/record/change-log';
import type { StoredContract } from './stored-document';
import { instant, ledgerNumber, month, revision, sha256 } from './stored-parts';

const row = z.strictObject({
  changeId: z.string().min(1),
  key: z.string().min(1),
  seq: ledgerNumber,
  hash: sha256,
  bytes: z.number().int().nonnegative(),
});

const problem = z.strictObject({
  code: z.enum(['no-space', 'page-missing', 'root-missing', 'title-taken', 'not-permitted', 'failed']),
  since: instant,
  detail: z.string().exactOptional(),
});

const part = z.strictObject({
  pageId: z.string().nullable(),
  rows: z.array(row),
  published: z.boolean(),
  problem: problem.nullable(),
});

/** Which records stand on which page of a month. */
export const storedLogMonth: StoredContract<LogMonth> = {
  schemaVersion: 1,
  document: z.strictObject({ month, revision, parts: z.array(part) }),
  upgrades: {},
};

/** The months that have a document of their own, in the order in which they came. */
export interface MonthList {
  readonly revision: number;
  readonly months: readonly string[];
}

export const storedMonthList: StoredContract<MonthList> = {
  schemaVersion: 1,
  document: z.strictObject({ revision, months: z.array(month) }),
  upgrades: {},
};
