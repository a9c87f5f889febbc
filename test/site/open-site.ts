import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { COMPLETION, ROLLBACK, UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit, type FieldInput, type TransitionAnswer } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { openBareSite } from './bare-site';
import { setUpOnce } from './set-up-once';

export { MONDAY, openBareSite, ROOT } from './bare-site';
/** A normal change with everything that the generic policy asks for at submission. */
export const COMPLETE_PLAN: FieldInput = { ...UPGRADE_WITHOUT_ROLLBACK, ...ROLLBACK };

const putGenericPolicyInForce = setUpOnce((site) => govern(site, 'GEN'));

/** A site on which the generic policy is in force, its roles are mapped and a space is chosen for the change log. */
export async function openSite(): Promise<Site> {
  const site = await openBareSite();
  await putGenericPolicyInForce(site);
  site.log.clear();
  return site;
}

/** Moves a change and insists that Jira lets it through. */
export async function must(
  site: Site,
  as: Person,
  key: string,
  transition: string,
  fields?: FieldInput,
): Promise<void> {
  const answer = await visit(site, as).transition(key, transition, fields);
  if (!answer.done) throw new Error(`${transition} of ${key} was refused: ${answer.messages.join('\n')}`);
}

/** The messages with which Jira refuses to move a change; none when it goes through. */
export async function refusal(
  site: Site,
  as: Person,
  key: string,
  transition: string,
  fields?: FieldInput,
): Promise<readonly string[]> {
  const answer: TransitionAnswer = await visit(site, as).transition(key, transition, fields);
  return answer.done ? [] : answer.messages;
}

/** A normal change that waits for its approvals. */
export async function submittedChange(site: Site, fields: FieldInput = COMPLETE_PLAN): Promise<string> {
  const key = await visit(site, PEOPLE.priya).createChange(fields);
  await must(site, PEOPLE.priya, key, 'Submit');
  return key;
}

/** A normal change that both reviewers have approved and that was authorised. */
export async function approvedChange(site: Site, fields: FieldInput = COMPLETE_PLAN): Promise<string> {
  const key = await submittedChange(site, fields);
  await visit(site, PEOPLE.sam).vote(key, 'approve', 'Looks safe.');
  await visit(site, PEOPLE.carla).vote(key, 'approve');
  await must(site, PEOPLE.priya, key, 'Authorize');
  return key;
}

/** What Ivo fills in when he begins; the tester and why there is no window are in the plan. */
export const TESTED: FieldInput = { 'Test results': 'Green twice.' };

/** Closes a change as somebody who documents its completion first: on the screen of a transition Jira names no writer. */
export async function close(site: Site, as: Person, key: string): Promise<void> {
  await visit(site, as).edit(key, COMPLETION);
  await must(site, as, key, 'Close');
}

/** A normal change, closed; the events of it are not delivered yet. */
export async function closedChange(site: Site, fields: FieldInput = COMPLETE_PLAN): Promise<string> {
  const key = await approvedChange(site, fields);
  await must(site, PEOPLE.ivo, key, 'Implement', TESTED);
  await must(site, PEOPLE.ivo, key, 'Complete', { Implementer: PEOPLE.ivo });
  await close(site, PEOPLE.ivo, key);
  return key;
}
