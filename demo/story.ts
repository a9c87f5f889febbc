import type { Site } from '../sandbox';
import type { Person } from '../sandbox/platform';
import type { PanelView } from '../src/contracts/api/panel-api';
import { PEOPLE } from './people';
import { ROLLBACK, UPGRADE_SUMMARY, UPGRADE_WITHOUT_ROLLBACK } from './plan';
import { visit, type FieldInput } from './visitor';

/** One step of the story, as `npm run demo -- --json` prints it. */
export interface StoryStep {
  /** Display name and role of whoever does it. */
  readonly as: string;
  readonly action: string;
  /** The gate at which the policy decided; null for a step that passes none. */
  readonly gate: string | null;
  readonly verdict: 'allow' | 'warn' | 'block' | null;
  /** The clauses that decided: of what is missing where it is refused, of what was asked for where it passes. */
  readonly clauses: readonly string[];
  readonly message: string;
}

type Tell = (step: StoryStep) => void;

const MINUTES = 60_000;

/**
 * A normal change under the generic policy, from draft to the change log. Calls `tell` after each step.
 * @returns the key of the change.
 * @throws when a step does not turn out as the story says.
 */
export async function tellStory(site: Site, tell: Tell): Promise<string> {
  const { priya, sam, carla, ivo } = PEOPLE;
  const later = (minutes: number) => {
    site.clock.advance(minutes * MINUTES);
  };
  const key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
  tell(plain(priya, `raises ${key}: ${UPGRADE_SUMMARY}`, 'It starts in Draft.'));
  await move(site, tell, priya, key, 'Submit', 'refused');
  later(20);
  await visit(site, priya).edit(key, ROLLBACK);
  tell(plain(priya, 'writes the rollback plan', 'Steps, owner and trigger.'));
  await move(site, tell, priya, key, 'Submit', 'done');
  later(60);
  await vote(site, tell, sam, key, 'No new exposure; the replica stays in its network.');
  await move(site, tell, priya, key, 'Authorize', 'refused');
  later(90);
  await vote(site, tell, carla, key, 'Go ahead on Saturday.');
  await move(site, tell, priya, key, 'Authorize', 'done');
  later(30);
  await visit(site, priya).edit(key, { 'Rollback steps': 'Restore last night’s backup.' });
  tell(plain(priya, 'rewrites the rollback steps after the approvals', voidedVotes(await visit(site, ivo).panel(key))));
  const tested: FieldInput = { 'Test results': 'Payment suite green twice on the upgraded staging database.' };
  await move(site, tell, ivo, key, 'Implement', 'refused', tested);
  later(10);
  await visit(site, priya).edit(key, ROLLBACK);
  tell(
    plain(
      priya,
      'puts the approved rollback steps back',
      'The plan is again the one that was approved, so both votes count.',
    ),
  );
  site.clock.set('2026-03-07T21:00:00.000Z');
  await move(site, tell, ivo, key, 'Implement', 'done', tested);
  later(150);
  await move(site, tell, ivo, key, 'Complete', 'done', { Implementer: ivo });
  later(30);
  await move(site, tell, ivo, key, 'Close', 'done', {
    Outcome: 'Successful',
    Verification: 'Payments flow, replication lag is below one second, dashboards are green.',
  });
  await site.deliver();
  tell(
    plain(null, 'puts the change on record and publishes it', 'One entry in the ledger, one row in the change log.'),
  );
  return key;
}

function plain(person: Person | null, action: string, message: string): StoryStep {
  return { as: nameOf(person), action, gate: null, verdict: null, clauses: [], message };
}

function nameOf(person: Person | null): string {
  return person === null ? 'Change control' : `${person.displayName} (${(person.role ?? '').split(',')[0] ?? ''})`;
}

async function vote(site: Site, tell: Tell, person: Person, key: string, comment: string): Promise<void> {
  const panel = await visit(site, person).vote(key, 'approve', comment);
  const headline = panel.state === 'governed' ? (panel.gate?.headline ?? '') : '';
  tell(plain(person, `approves: “${comment}”`, headline));
}

async function move(
  site: Site,
  tell: Tell,
  person: Person,
  key: string,
  transition: string,
  expected: 'done' | 'refused',
  fields: FieldInput = {},
): Promise<void> {
  const visitor = visit(site, person);
  const before = await visitor.panel(key);
  const answer = await visitor.transition(key, transition, fields);
  if (answer.done !== (expected === 'done')) {
    throw new Error(
      `${transition} of ${key} was expected to be ${expected}: ${answer.done ? 'it went through' : answer.messages.join('\n')}`,
    );
  }
  const message = answer.done ? `Done: ${await statusOf(site, key)}.` : answer.messages.join('\n');
  const governed = before.state === 'governed' ? before : undefined;
  tell({
    as: nameOf(person),
    action: transition,
    gate: governed?.gate?.gate ?? null,
    verdict: answer.done ? 'allow' : 'block',
    clauses: governed === undefined ? [] : clausesOf(governed, answer.done, message),
    message,
  });
}

/** The clauses named in a refusal, or all that were asked for where the change passes. */
function clausesOf(
  panel: Extract<PanelView, { state: 'governed' }>,
  done: boolean,
  message: string,
): readonly string[] {
  const ids = [...new Set(panel.checklist.flatMap(({ clauses }) => clauses.map(({ id }) => id)))];
  return done ? ids : ids.filter((id) => new RegExp(`[(, ]${id.replaceAll('.', '\\.')}[,)]`).test(message));
}

async function statusOf(site: Site, key: string): Promise<string> {
  const issue = await visit(site, PEOPLE.priya).get(`/rest/api/3/issue/${key}?fields=status`);
  return (issue as { fields: { status: { name: string } } }).fields.status.name;
}

function voidedVotes(panel: PanelView): string {
  const votes = panel.state === 'governed' ? panel.votes.filter(({ weight }) => weight === 'void') : [];
  const why = [...new Set(votes.map((voted) => voted.why))].join(' ');
  return `${String(votes.length)} approvals no longer count: ${why}`;
}
