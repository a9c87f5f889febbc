import { z } from 'zod';
import type { Site } from '../sandbox';
import { adminView, checkedCandidate, type AdminView } from '../src/contracts/api/admin-api';
import { resultOf } from '../src/contracts/api/result';
import { PEOPLE } from './people';
import { ANSWERS } from './policy-answers';
import { ROLE_HOLDERS } from './role-holders';
import { visit } from './visitor';

const spaces = z.object({ results: z.array(z.object({ id: z.string() })) });

/** Does what an administrator does on the first day: the roles mapped, a policy checked and put in force, a space for the log. */
export async function govern(site: Site, policyId: string): Promise<AdminView> {
  const admin = visit(site, PEOPLE.jonas);
  const call = async (functionKey: string, payload: unknown): Promise<AdminView> => {
    const result = resultOf(adminView).parse(await admin.call('change-admin', functionKey, payload));
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const { settingsRevision } = await call('getAdmin', {});
  const mapped = await call('saveRoles', { settingsRevision, roles: ROLE_HOLDERS });
  const candidate = { from: 'preset', presetId: policyId, answers: ANSWERS[policyId] ?? {} };
  const checked = resultOf(checkedCandidate).parse(await admin.call('change-admin', 'checkCandidate', { candidate }));
  if (!checked.ok) throw new Error(checked.error.message);
  if (!checked.value.readable)
    throw new Error(`${policyId}: ${checked.value.problems.map(({ text }) => text).join(' ')}`);
  await call('putInForce', { candidate, hash: checked.value.policy.hash });
  const [space] = spaces.parse(await admin.get('/wiki/api/v2/spaces?keys=CHANGELOG')).results;
  return call('chooseSpace', { settingsRevision: mapped.settingsRevision, spaceId: space?.id });
}
