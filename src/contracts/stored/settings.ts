import { z } from 'zod';
import type { Settings } from '../../domain/settings';
import type { StoredContract } from './stored-document';
import { revision } from './stored-parts';

export const roleGroups = z.record(z.string(), z.array(z.string()));

/** Who holds which role, and where the change log is kept. */
export const storedSettings: StoredContract<Settings> = {
  schemaVersion: 1,
  document: z.strictObject({ revision, roleGroups, spaceId: z.string().nullable() }),
  upgrades: {},
};
