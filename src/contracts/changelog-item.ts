import { z } from 'zod';

/**
 * One changed field in a changelog history or an issue event. Read through its own keys only: a field of it is called
 * `toString`, which every object inherits.
 */
export const changelogItem = z.record(z.string(), z.unknown()).transform((item) => ({
  fieldId: text(item, 'fieldId') ?? text(item, 'field'),
  /** Id and name before and after; null where there was nothing. */
  from: { id: text(item, 'from'), name: text(item, 'fromString') },
  to: { id: text(item, 'to'), name: text(item, 'toString') },
}));

export type ChangelogItem = z.infer<typeof changelogItem>;

/** Whether the item is a move from one status to another. */
export function isStatusMove({ fieldId }: ChangelogItem): boolean {
  return fieldId === 'status';
}

/** Whether an issue went to another project or became something else: Jira tells of it as an update. */
export function isMoveElsewhere({ fieldId }: ChangelogItem): boolean {
  return fieldId === 'project' || fieldId === 'issuetype';
}

function text(item: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(item, key) ? item[key] : null;
  return typeof value === 'string' ? value : null;
}
