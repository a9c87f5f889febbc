import { z } from 'zod';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * An instant as Jira writes it, e.g. `2026-03-02T10:00:00.000+0100`, turned into ISO 8601 in UTC with milliseconds. A
 * date without a time or without an offset is no instant.
 */
export const jiraInstant = z
  .string()
  .regex(WITH_OFFSET)
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()))
  .transform((date) => date.toISOString());
