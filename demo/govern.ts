import { z } from 'zod';
import type { Site } from '../sandbox';
import { adminView, type AdminView } from '../src/contracts/api/admin-api';
import { resultOf } from '../src/contracts/api/result';
import { PEOPLE, ROLE_GROUPS } from './people';
import { visit } from './visitor';

const spaces = z.object({ results: z.array(z.object({ id: z.string() })) });

/** Does what an administrator does on the first day: a policy in force, the roles mapped, a space for the change log. */
export async function govern(site: Site, policyId: string): Promise<AdminView> {
  const admin = visit(site, PEOPLE.jonas);
  const call = async (functionKey: string, payload: unknown): Promise<AdminView> => {
    const result = resultOf(adminView).parse(await admin.call('change-admin', functionKey, payload));
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const { settingsRevision } = await call('putInForce', { presetId: policyId });
  const mapped = await call('saveRoles', { settingsRevision, roleGroups: ROLE_GROUPS });
  const [space] = spaces.parse(await admin.get('/wiki/api/v2/spaces?keys=CHANGELOG')).results;
  return call('chooseSpace', { settingsRevision: mapped.settingsRevision, spaceId: space?.id });
}
