import { bareRecord } from '../domain/bare-record';
import type { Vote } from '../domain/approval/vote';
import { milestonesOf } from '../domain/change/change-history';
import { known, unknown, type ChangeFacts, type Fact, type PersonFacts } from '../domain/change/change-facts';
import { projectOf, type AccountId } from '../domain/change/identity';
import type { Gate } from '../domain/change/lifecycle';
import { planOf } from '../domain/change/plan-fingerprint';
import { Failure } from '../domain/failure';
import { peopleOf } from '../domain/policy/duty-holders';
import { rulesForJira } from '../domain/guards/guard-digest';
import { factNeeds } from '../domain/policy/fact-needs';
import type { Policy } from '../domain/policy/policy';
import type { FactNeeds } from '../domain/policy/rule';
import { plannedInterval } from '../domain/policy/planned-interval';
import { holdersIn } from '../domain/settings';
import type { ChangeReading, ScreenEdits } from '../ports/change-requests';
import type { Ports } from '../ports/ports';
import { holdersOf, rolesOf } from './role-membership';

export type FactPorts = Pick<Ports, 'changes' | 'archive' | 'people'>;

/** What is known of a change before any policy is asked. */
export interface BareFacts {
  readonly reading: ChangeReading;
  readonly votes: Fact<readonly Vote[]>;
  readonly edits: ScreenEdits;
  /** Who passed the gate, of a change that has. Nobody knows who is going to pass it. */
  readonly actor?: AccountId;
}

/**
 * The facts as far as they are the same under every rule: fields, votes, and the digest of the plan. What Jira checks when
 * somebody makes the transition is left to it.
 */
export function factsUnder(policy: Policy, { reading, votes, actor }: BareFacts): ChangeFacts {
  const own = policy.fields.length === 0 ? {} : reading.ownFields(policy.fields);
  const facts = { ...reading.facts, fields: bareRecord({ ...reading.facts.fields, ...own }), votes, fingerprint: '' };
  const guarded = rulesForJira(policy);
  return {
    ...facts,
    fingerprint: planOf(facts, policy.materialFields).fingerprint,
    ...(actor !== undefined && { actor: known(actor) }),
    ...(guarded.length > 0 && { guarded }),
  };
}

/**
 * Adds what the rules at these gates need besides fields and votes, looked up in parallel; where they need nothing, no
 * platform call is made. What cannot be looked up is a fact that is not known, with its cause, and so stops only the
 * rules that need it.
 */
export async function completeFacts(
  ports: FactPorts,
  policy: Policy,
  bare: BareFacts,
  gates: readonly Gate[],
): Promise<ChangeFacts> {
  const facts = factsUnder(policy, bare);
  const needs = factNeeds(policy, gates);
  const [authors, roleSizes, plannedChanges, milestones] = await Promise.all([
    needs.authors.length === 0 ? undefined : authorsOf(ports, policy, facts, bare, needs.authors),
    needs.sizes.length === 0 ? undefined : sizesOf(ports, facts, needs.sizes),
    needs.plannedChanges ? plannedNear(ports, facts) : undefined,
    needs.milestones ? orUnknown(async () => milestonesOf(await ports.changes.history(facts.change.id))) : undefined,
  ]);
  const found: ChangeFacts = {
    ...facts,
    ...(authors && { authors }),
    ...(roleSizes && { roleSizes }),
    ...(plannedChanges && { plannedChanges }),
    ...(milestones && { milestones }),
  };
  const people = await peopleNeeded(ports, policy, found, needs);
  return people === undefined ? found : { ...found, people };
}

async function authorsOf(
  ports: FactPorts,
  policy: Policy,
  facts: ChangeFacts,
  { edits }: BareFacts,
  fields: readonly string[],
): Promise<NonNullable<ChangeFacts['authors']>> {
  const own = policy.fields.filter(({ id }) => fields.includes(id));
  const asked = { fields: fields.filter((field) => !own.some(({ id }) => id === field)), own, edits };
  const found = await orUnknown(() => ports.changes.authors(facts.change.id, asked));
  return found.state === 'known' ? found.value : Object.fromEntries(fields.map((field) => [field, found]));
}

async function sizesOf(
  ports: FactPorts,
  facts: ChangeFacts,
  roles: readonly string[],
): Promise<NonNullable<ChangeFacts['roleSizes']>> {
  const settings = await orUnknown(() => ports.archive.settings());
  const sizes = await Promise.all(
    roles.map(async (role): Promise<[string, Fact<number>]> => {
      if (settings.state === 'unknown') return [role, settings];
      const holders = holdersIn(settings.value, role);
      return [role, await orUnknown(async () => (await holdersOf(ports, holders, projectOf(facts.change))).length)];
    }),
  );
  return Object.fromEntries(sizes);
}

async function plannedNear(ports: FactPorts, facts: ChangeFacts): Promise<NonNullable<ChangeFacts['plannedChanges']>> {
  const planned = plannedInterval(facts);
  const services = facts.fields['services'];
  if (planned === undefined || services?.state !== 'known' || services.value === null) return known([]);
  const named = typeof services.value === 'string' ? [services.value] : services.value;
  return orUnknown(() => ports.changes.plannedOn(named, planned, facts.change.id));
}

/** Everybody whose roles are asked for: who has the duties, and who wrote the fields. */
async function peopleNeeded(
  ports: FactPorts,
  policy: Policy,
  facts: ChangeFacts,
  needs: Required<FactNeeds>,
): Promise<ChangeFacts['people']> {
  const authors = needs.authorRoles ? Object.values(facts.authors ?? {}) : [];
  const written = authors.flatMap((author) =>
    author.state === 'known' && author.value !== null ? [author.value] : [],
  );
  const dutiful = needs.duties.flatMap((duty) => peopleOf(duty, { policy, facts }));
  const ids = [...new Set([...written, ...dutiful])];
  if (ids.length === 0) return undefined;
  const settings = await orUnknown(() => ports.archive.settings());
  const people = await Promise.all(
    ids.map(async (id): Promise<[AccountId, Fact<PersonFacts>]> => {
      if (settings.state === 'unknown') return [id, settings];
      return [
        id,
        await orUnknown(async () => ({ roles: await rolesOf(ports, settings.value, id, projectOf(facts.change)) })),
      ];
    }),
  );
  return Object.fromEntries(people);
}

/** What was looked up; an expected failure is the reason why it is not known. */
async function orUnknown<T>(lookUp: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await lookUp());
  } catch (error) {
    if (error instanceof Failure) return unknown('lookup-failed', error.message.replace(/\.$/, ''));
    throw error;
  }
}
