import { createContext } from 'react';

/** The time zone that the reader has set in their Atlassian account; undefined where the product does not say. */
export const ReaderZone = createContext<string | undefined>(undefined);

/** Whether times can be shown in a zone of this name. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
