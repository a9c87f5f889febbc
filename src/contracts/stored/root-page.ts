import { z } from 'zod';
import type { StoredContract } from './stored-document';

/** The page that the pages of the change log stand under, in one space; null once it was forgotten. */
export interface RootPage {
  readonly pageId: string | null;
}

export const storedRootPage: StoredContract<RootPage> = {
  schemaVersion: 1,
  document: z.strictObject({ pageId: z.string().min(1).nullable() }),
  upgrades: {},
};
