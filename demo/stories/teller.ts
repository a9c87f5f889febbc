import { z } from 'zod';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import type { PanelView } from '../../src/contracts/api/panel-api';
import { PEOPLE } from '../people';
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

type GovernedPanel = Extract<PanelView, { state: 'governed' }>;

const status = z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) });

const MINUTES = 60_000;

/** Plays the steps of a story on a site and tells each one. Every method throws when a step turns out otherwise. */
export class Teller {
  readonly site: Site;
  readonly #tell: (step: StoryStep) => void;

  constructor(site: Site, tell: (step: StoryStep) => void) {
    this.site = site;
    this.#tell = tell;
  }

  /** Lets time pass. */
  later(minutes: number): void {
    this.site.clock.advance(minutes * MINUTES);
  }

  /** Raises a change. @returns its key. */
  async raise(person: Person, fields: FieldInput, remark: string): Promise<string> {
    const key = await visit(this.site, person).createChange(fields);
    this.say(person, `raises ${key}: ${String(fields['Summary'])}`, remark);
    return key;
  }

  async edit(person: Person, key: string, fields: FieldInput, action: string, message: string): Promise<void> {
    await visit(this.site, person).edit(key, fields);
    this.say(person, action, message);
  }

  async approve(person: Person, key: string, comment: string): Promise<void> {
    const panel = await visit(this.site, person).vote(key, 'approve', comment);
    const headline = panel.state === 'governed' ? (panel.gate?.headline ?? '') : '';
    this.say(person, `approves ${key}: “${comment}”`, headline);
  }

  /** A vote that the app does not take. */
  async mayNotApprove(person: Person, key: string): Promise<void> {
    const panel = await visit(this.site, person).panel(key);
    const why = panel.state === 'governed' ? panel.me.whyNot : null;
    if (why === null) throw new Error(`${person.displayName} may vote on ${key}.`);
    this.say(person, `would like to approve ${key}`, why);
  }

  /** A transition that the gate refuses. */
  async refused(person: Person, key: string, transition: string, fields: FieldInput = {}): Promise<void> {
    const visitor = visit(this.site, person);
    const before = governed(await visitor.panel(key));
    const answer = await visitor.transition(key, transition, fields);
    if (answer.done) throw new Error(`${transition} of ${key} went through.`);
    const message = answer.messages.join('\n');
    const missing = Object.keys(fields).length === 0 && isAhead(before, transition) ? missingIn(before) : [];
    const named = clausesNamed(before, message);
    this.#tell({
      as: nameOf(person),
      action: `${transition} ${key}`,
      gate: transition.toLowerCase(),
      verdict: 'block',
      clauses: [...new Set([...named, ...missing])],
      message,
    });
  }

  /** A transition that the gate lets pass. */
  async done(person: Person, key: string, transition: string, fields: FieldInput = {}): Promise<void> {
    const visitor = visit(this.site, person);
    const before = governed(await visitor.panel(key));
    const answer = await visitor.transition(key, transition, fields);
    if (!answer.done) throw new Error(`${transition} of ${key} was refused: ${answer.messages.join('\n')}`);
    const issue = status.parse(await visitor.get(`/rest/api/3/issue/${key}?fields=status`));
    const clauses = isAhead(before, transition)
      ? before.checklist.flatMap((item) => item.clauses.map(({ id }) => id))
      : [];
    const soft = before.checklist.some(({ state }) => state === 'waived' || state === 'excepted');
    this.#tell({
      as: nameOf(person),
      action: `${transition} ${key}`,
      gate: transition.toLowerCase(),
      verdict: soft || fields['Deviation reason'] !== undefined ? 'warn' : 'allow',
      clauses: [...new Set(clauses)],
      message: `Done: ${issue.fields.status.name}.`,
    });
  }

  /** The app's own work in the background: the record and the page. */
  async record(): Promise<void> {
    await this.site.deliver();
    this.say(null, 'puts the change on record and publishes it', 'One entry in the ledger, one row in the change log.');
  }

  say(person: Person | null, action: string, message: string): void {
    this.#tell({ as: nameOf(person), action, gate: null, verdict: null, clauses: [], message });
  }

  async panel(key: string): Promise<GovernedPanel> {
    return governed(await visit(this.site, PEOPLE.ivo).panel(key));
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

/** The clauses of the policy that a message names. */
function clausesNamed({ checklist }: GovernedPanel, message: string): readonly string[] {
  const known = new Set(checklist.flatMap((item) => item.clauses.map(({ id }) => id)));
  const named = [...message.matchAll(/\(([A-Z0-9][A-Za-z0-9.-]*(?:, [A-Z0-9][A-Za-z0-9.-]*)*)\)/g)]
    .flatMap(([, list]) => (list ?? '').split(', '))
    .filter((id) => known.has(id) || /^[A-Z0-9]+-/.test(id));
  return [...new Set(named)];
}

function nameOf(person: Person | null): string {
  return person === null ? 'Change control' : `${person.displayName} (${(person.role ?? '').split(',')[0] ?? ''})`;
}
