import type { AccountId } from '../../change/identity';
import { dutyOpen, dutyUnknown, leftToJira, remedyForOpen } from '../duty-findings';
import { dutyHolders } from '../duty-holders';
import type { Finding } from '../evaluation';
import { notKnown } from '../not-known';
import { rolesHeldNow } from '../person-roles';
import type { WhoMayRule } from '../policy-rule';
import type { RuleContext, RuleKind } from '../rule';

/** Everybody who has the duty holds one of the roles now; somebody has it. */
export const whoMay: RuleKind<'who-may'> = {
  kind: 'who-may',
  evaluate: (rule, context) => {
    const { duty, roles } = rule;
    const left = leftToJira([duty], rule.id, context.facts);
    if (left !== undefined) return [left];
    const holders = dutyHolders(duty, context);
    if (holders.state === 'unknown') return [dutyUnknown(duty, holders.cause)];
    if (holders.value.length === 0) return [dutyOpen(duty, remedyForOpen(duty, roles))];
    return holders.value.map((person) => findRole(person, rule, context));
  },
  needs: ({ duty }) => ({ duties: [duty] }),
};

function findRole(by: AccountId, { duty, roles }: WhoMayRule, { facts }: RuleContext): Finding {
  const held = rolesHeldNow(by, facts);
  if (held.state === 'unknown') return notKnown({ code: 'roles-unknown', by, cause: held.cause });
  const role = roles.find((wanted) => held.value.includes(wanted));
  if (role !== undefined) return { met: 'yes', reason: { code: 'role-held', duty, by, role } };
  return { met: 'no', reason: { code: 'role-not-held', duty, by, roles }, remedy: { do: 'name-holder', duty, roles } };
}
