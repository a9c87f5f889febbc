import { z } from 'zod';
import { CLOSED_STAGES } from '../../domain/change/lifecycle';

/** The calls of the change-log macro. It lists only records of changes that the reader may browse in Jira. */

export const logRow = z.object({
  key: z.string(),
  summary: z.string().nullable(),
  type: z.string().nullable(),
  risk: z.string().nullable(),
  stage: z.enum(CLOSED_STAGES),
  outcome: z.string().nullable(),
  requesters: z.array(z.string()),
  /** Account ids of those whose approval stood when the change was closed. */
  approvers: z.array(z.string()),
  implementedFrom: z.string().nullable(),
  implementedUntil: z.string().nullable(),
  closedAt: z.string(),
  seq: z.number(),
  hash: z.string(),
});

export type LogRowView = z.infer<typeof logRow>;

export const listRecordsRequest = z
  .object({
    filter: z
      .object({
        /** Words in the texts of the change, or its key. */
        text: z.string().max(200),
        type: z.string().max(100).nullable(),
        stage: z.enum(CLOSED_STAGES).nullable(),
      })
      .strict(),
    /** Where the page before ended; null for the first. */
    cursor: z.string().max(2000).nullable(),
  })
  .strict();

export type ListRecordsRequest = z.infer<typeof listRecordsRequest>;

export const recordList = z.object({
  rows: z.array(logRow),
  /** Null at the end. A page may hold few rows, or none, before the end: what the filter leaves out is left out later. */
  cursor: z.string().nullable(),
  /** The change types that the policy in force knows, for the filter. */
  types: z.array(z.string()),
  names: z.record(z.string(), z.string()),
});

export type RecordListView = z.infer<typeof recordList>;

export const macroApi = {
  listRecords: { request: listRecordsRequest, response: recordList },
} as const;
