import { z } from 'zod';
import type { Site } from '../sandbox';
import { adminView, checkedCandidate, type AdminView } from '../src/contracts/api/admin-api';
import type { CheckView } from '../src/contracts/api/candidate';
import { resultOf } from '../src/contracts/api/result';
import { PEOPLE } from './people';
import { ANSWERS } from './policy-answers';
import { ROLE_HOLDERS } from './role-holders';
import { visit } from './visitor';

const spaces = z.object({ results: z.array(z.object({ id: z.string() })) });

/**
 * Does what an administrator does on the first day: the roles mapped, a policy checked and put in force, a space for the log.
 * @throws with everything that keeps the policy from being put in force
 */
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
  if (!checked.value.check.mayBeActivated) {
    throw new Error(`${policyId} cannot be put in force here.\n${whyNot(checked.value.check)}`);
  }
  await call('putInForce', { candidate, hash: checked.value.policy.hash });
  const [space] = spaces.parse(await admin.get('/wiki/api/v2/spaces?keys=CHANGELOG')).results;
  return call('chooseSpace', { settingsRevision: mapped.settingsRevision, spaceId: space?.id });
}

function whyNot({ findings, deadEnds }: CheckView): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...errors, ...deadEnds].map(({ text, clauses }) => `• ${text} (${clauses.join(', ')})`).join('\n');
}
