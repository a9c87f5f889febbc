import { z } from 'zod';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import type { GovernedPanel, PanelView } from '../../src/contracts/api/panel-api';
import type { Clause } from '../../src/domain/policy/clause';
import { visit, type FieldInput } from '../visitor';

/** One step of a story, as `npm run demo -- --json` prints it. */
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

const status = z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) });

const MINUTES = 60_000;

/** Plays the steps of a story on a site and tells each one. Every method throws when a step turns out otherwise. */
export class Teller {
  readonly #site: Site;
  readonly #clauses: readonly Pick<Clause, 'id'>[];
  readonly #tell: (step: StoryStep) => void;

  /** @param clauses All clauses of the policy in force. */
  constructor(site: Site, clauses: readonly Pick<Clause, 'id'>[], tell: (step: StoryStep) => void) {
    this.#site = site;
    this.#clauses = clauses;
    this.#tell = tell;
  }

  /** Lets time pass. */
  later(minutes: number): void {
    this.#site.clock.advance(minutes * MINUTES);
  }

  /** Lets time pass until an instant in UTC. */
  until(instant: string): void {
    this.#site.clock.set(instant);
  }

  /** Raises a change. @returns its key. */
  async raise(
    person: Person,
    fields: FieldInput & { readonly Summary: string },
    remark = 'It starts in Draft.',
  ): Promise<string> {
    const key = await visit(this.#site, person).createChange(fields);
    this.#say(person, `raises ${key}: ${fields.Summary}`, remark);
    return key;
  }

  async edit(person: Person, key: string, fields: FieldInput, action: string, message: string): Promise<void> {
    await visit(this.#site, person).edit(key, fields);
    this.#say(person, `${action} (${key})`, message);
  }

  async approve(person: Person, key: string, comment: string): Promise<void> {
    const panel = governed(await visit(this.#site, person).vote(key, 'approve', comment));
    this.#say(person, `approves ${key}: “${comment}”`, panel.gate?.headline ?? '');
  }

  /** A vote that the app does not take. */
  async mayNotApprove(person: Person, key: string): Promise<void> {
    const { me } = governed(await visit(this.#site, person).panel(key));
    if (me.whyNot === null) throw new Error(`${person.displayName} may vote on ${key}.`);
    this.#say(person, `would like to approve ${key}`, me.whyNot);
  }

  /** A transition that the gate refuses. */
  async refused(person: Person, key: string, transition: string, fields: FieldInput = {}): Promise<void> {
    const visitor = visit(this.#site, person);
    const before = governed(await visitor.panel(key));
    const answer = await visitor.transition(key, transition, fields);
    if (answer.done) throw new Error(`${transition} of ${key} went through.`);
    const message = answer.messages.join('\n');
    // A message has room for eight things; the panel has all of them, as long as nothing was filled in on the way.
    const missing = Object.keys(fields).length === 0 && isAhead(before, transition) ? missingIn(before) : [];
    const clauses = [...new Set([...this.#namedIn(message), ...missing])];
    if (clauses.length === 0) throw new Error(`${transition} of ${key} was refused for no clause: ${message}`);
    this.#tellMove(person, key, transition, { verdict: 'block', clauses, message });
  }

  /** A transition that the gate lets pass. */
  async done(person: Person, key: string, transition: string, fields: FieldInput = {}): Promise<void> {
    const visitor = visit(this.#site, person);
    const before = governed(await visitor.panel(key));
    const answer = await visitor.transition(key, transition, fields);
    if (!answer.done) throw new Error(`${transition} of ${key} was refused: ${answer.messages.join('\n')}`);
    const issue = status.parse(await visitor.get(`/rest/api/3/issue/${key}?fields=status`));
    const asked = isAhead(before, transition) ? before.checklist : [];
    const withReason = fields['Deviation reason'] !== undefined;
    const soft = withReason || asked.some(({ state }) => state === 'waived' || state === 'excepted');
    this.#tellMove(person, key, transition, {
      verdict: soft ? 'warn' : 'allow',
      clauses: [...new Set(asked.flatMap((item) => item.clauses.map(({ id }) => id)))],
      message: `Done: ${issue.fields.status.name}.`,
    });
  }

  /** The app's own work in the background: the record and the page. */
  async record(): Promise<void> {
    await this.#site.deliver();
    this.#say(
      null,
      'puts every closed change on record and publishes it',
      'For each of them an entry in the ledger and a row in the change log.',
    );
  }

  #say(person: Person | null, action: string, message: string): void {
    this.#tell({ as: nameOf(person), action, gate: null, verdict: null, clauses: [], message });
  }

  #tellMove(
    person: Person,
    key: string,
    transition: string,
    decided: Pick<StoryStep, 'verdict' | 'clauses' | 'message'>,
  ): void {
    const gate = transition.toLowerCase();
    this.#tell({ as: nameOf(person), action: `${transition} ${key}`, gate, ...decided });
  }

  /** The clauses of the policy that a message names, in parentheses behind what is missing. */
  #namedIn(message: string): readonly string[] {
    const named = [...message.matchAll(/\(([^()]+)\)/g)].flatMap(([, list]) => (list ?? '').split(', '));
    return this.#clauses.filter(({ id }) => named.includes(id)).map(({ id }) => id);
  }
}

function governed(panel: PanelView): GovernedPanel {
  if (panel.state !== 'governed') throw new Error('The change is not governed.');
  return panel;
}

/** Whether the panel speaks of the gate of this transition: an emergency in draft looks ahead to Expedite. */
function isAhead({ gate }: GovernedPanel, transition: string): boolean {
  return gate?.title === transition;
}

function missingIn({ checklist }: GovernedPanel): readonly string[] {
  const missing = checklist.filter(({ state }) => state === 'unmet' || state === 'unknown');
  return missing.flatMap((item) => item.clauses.map(({ id }) => id));
}

function nameOf(person: Person | null): string {
  return person === null ? 'Change control' : `${person.displayName} (${(person.role ?? '').split(',')[0] ?? ''})`;
}
