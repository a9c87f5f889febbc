import type { Interval } from '../../src/domain/calendar/interval';
import { changesOverlapping, type PlannedChange } from '../../src/domain/calendar/overlapping-changes';
import { fieldText, known, unknown, valuesOf, type Fact, type FieldValue } from '../../src/domain/change/change-facts';
import type { FieldId } from '../../src/domain/change/change-field';
import type { ChangeStory } from '../../src/domain/change/change-story';
import type { AccountId, PlanPart } from '../../src/domain/change/identity';
import type { ChangeHistory } from '../../src/domain/change/change-history';
import { isClosedStage, type Stage } from '../../src/domain/change/lifecycle';
import { Failure } from '../../src/domain/failure';
import { plannedInterval } from '../../src/domain/policy/planned-interval';
import type {
  AuthorsAsked,
  ChangeReading,
  ChangeRequests,
  ChangesFound,
  ScreenEdits,
  WrittenValues,
} from '../../src/ports/change-requests';
import type { FakeFaults } from './fake-faults';
import type { FakeChange, FakeSite } from './fake-site';

/**
 * Jira's changes in memory. The id of a field is its name in the domain, and a screen edit is a text or null; anything
 * else is refused.
 */
export class FakeChangeRequests implements ChangeRequests {
  readonly #site: FakeSite;
  readonly #faults: FakeFaults;

  constructor(site: FakeSite, faults: FakeFaults) {
    this.#site = site;
    this.#faults = faults;
  }

  async read(issue: string, edits: ScreenEdits = {}): Promise<ChangeReading> {
    await this.#faults.report('changes.read');
    const { reading } = this.#require(issue);
    const fields = { ...reading.facts.fields, ...fieldEdits(edits) };
    return {
      ...structuredClone({ ...reading, facts: { ...reading.facts, fields } }),
      ownFields: (own) =>
        Object.fromEntries(own.map(({ id, title }) => [id, fields[id] ?? unknown('no-such-field', title)])),
    };
  }

  async authors(
    issue: string,
    { fields, own, edits }: AuthorsAsked,
  ): Promise<Readonly<Record<FieldId, Fact<AccountId | null>>>> {
    await this.#faults.report('changes.authors');
    const { reading, authors } = this.#require(issue);
    const asked = [...fields, ...own.map(({ id }) => id)];
    return Object.fromEntries(asked.map((field) => [field, authorOf(field, reading.facts, authors, edits)]));
  }

  async plannedOn(services: readonly string[], within: Interval, except: string): Promise<readonly PlannedChange[]> {
    await this.#faults.report('changes.plannedOn');
    const others = [...this.#site.changes.values()].filter(
      (change) => isOpenChange(change) && change.reading.facts.change.id !== except,
    );
    return others.flatMap(({ reading: { facts } }) => {
      const planned = plannedInterval(facts);
      const named = facts.fields['services'];
      if (planned === undefined || named?.state !== 'known') return [];
      const found = { key: facts.change.key, services: valuesOf(named.value), planned };
      return changesOverlapping({ services, planned: within }, [found]);
    });
  }

  async openChanges(cursor: string | null, limit: number): Promise<ChangesFound> {
    await this.#faults.report('changes.openChanges');
    return pageOf([...this.#site.changes.values()].filter(isOpenChange), cursor, limit);
  }

  async history(issue: string): Promise<ChangeHistory> {
    await this.#faults.report('changes.history');
    return structuredClone(this.#require(issue).history);
  }

  async story(issue: string, parts: readonly PlanPart[]): Promise<ChangeStory> {
    await this.#faults.report('changes.story');
    const { history, edits = [] } = this.#require(issue);
    return structuredClone({ ...history, edits: edits.filter(({ part }) => parts.includes(part)) });
  }

  async write(issue: string, values: WrittenValues): Promise<void> {
    await this.#faults.report('changes.write');
    const change = this.#requireOpenTo(issue);
    const written = Object.entries(values).map(([field, value]) => [field, known(value)] as const);
    const { isChangeRequest, facts } = change.reading;
    const fields = { ...facts.fields, ...Object.fromEntries(written) };
    this.#site.putChange({ ...change, reading: { isChangeRequest, facts: { ...facts, fields } } });
  }

  async move(issue: string, to: Stage): Promise<void> {
    await this.#faults.report('changes.move');
    const change = this.#requireOpenTo(issue);
    const { isChangeRequest, facts } = change.reading;
    this.#site.putChange({ ...change, reading: { isChangeRequest, facts: { ...facts, stage: known(to) } } });
  }

  async searchClosed(query: { text: string; cursor: string | null; limit: number }): Promise<ChangesFound> {
    await this.#faults.report('changes.searchClosed');
    if (this.#site.caller === null) throw new Failure('not-allowed', 'Nobody is asking.');
    const found = [...this.#site.changes.values()]
      .filter((change) => isClosedChange(change) && this.#site.mayBrowse(change) && mentions(change, query.text))
      .sort((a, b) => (updatedAt(b) < updatedAt(a) ? -1 : 1));
    return pageOf(found, query.cursor, query.limit);
  }

  #requireOpenTo(issue: string): FakeChange {
    const change = this.#require(issue);
    if (!this.#site.mayBrowse(change)) throw new Failure('not-found', 'There is no such issue.');
    if (change.locked !== undefined) throw new Failure('not-allowed', change.locked);
    return change;
  }

  #require(issue: string): FakeChange {
    const change = this.#site.findChange(issue);
    if (change === undefined) throw new Failure('not-found', 'There is no such issue.');
    return change;
  }
}

function pageOf(found: readonly FakeChange[], cursor: string | null, limit: number): ChangesFound {
  const from = Number(cursor ?? '0');
  const next = from + limit;
  return {
    changes: found.slice(from, next).map(({ reading }) => ({ ...reading.facts.change })),
    cursor: next < found.length ? String(next) : null,
  };
}

function authorOf(
  field: FieldId,
  { requesters, fields }: FakeChange['reading']['facts'],
  authors: FakeChange['authors'],
  edits: ScreenEdits,
): Fact<AccountId | null> {
  if (Object.hasOwn(edits, field)) return unknown('lookup-failed', 'edited on this screen');
  const fact = fields[field];
  if (fact === undefined) return unknown('no-such-field', field);
  if (fact.state === 'known' && fact.value === null) return known(null);
  const asked = requesters.state === 'known' ? requesters.value[0] : undefined;
  return known(authors?.[field] ?? asked ?? null);
}

function fieldEdits(edits: ScreenEdits): Readonly<Record<FieldId, Fact<FieldValue>>> {
  const entries = Object.entries(edits);
  return Object.fromEntries(
    entries.map(([id, value]) => {
      if (value !== null && typeof value !== 'string') throw new Error(`The fake reads no ${typeof value} in ${id}.`);
      return [id, known(value === '' ? null : value)];
    }),
  );
}

function isOpenChange({ reading }: FakeChange): boolean {
  const { stage } = reading.facts;
  return reading.isChangeRequest && !(stage.state === 'known' && isClosedStage(stage.value));
}

function isClosedChange({ reading }: FakeChange): boolean {
  const { stage } = reading.facts;
  return reading.isChangeRequest && stage.state === 'known' && isClosedStage(stage.value);
}

function updatedAt({ history }: FakeChange): string {
  return history.moves.at(-1)?.at ?? history.createdAt;
}

/** Has this key, or every word stands in some text field, whole and without regard to case. */
function mentions({ reading }: FakeChange, text: string): boolean {
  const isKey = /^[a-z]\w*-\d+$/i.test(text.trim());
  if (isKey) return reading.facts.change.key === text.trim().toUpperCase();
  const { facts } = reading;
  const values = Object.keys(facts.fields).map((field) => fieldText(facts, field) ?? '');
  const words = new Set(values.join(' ').toLowerCase().split(/\W+/u));
  const asked = text.toLowerCase().split(/\W+/u);
  return asked.filter((word) => word !== '').every((word) => words.has(word));
}
