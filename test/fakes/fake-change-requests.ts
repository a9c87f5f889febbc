import { known, type Fact, type FieldValue } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS, type ChangeField } from '../../src/domain/change/change-field';
import type { ChangeHistory } from '../../src/domain/change/change-history';
import { isClosedStage } from '../../src/domain/change/lifecycle';
import { Failure } from '../../src/domain/failure';
import type { ChangeReading, ChangeRequests, ScreenEdits, VisibleChange } from '../../src/ports/change-requests';
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
    return structuredClone({ ...reading, facts: { ...reading.facts, fields } });
  }

  async history(issue: string): Promise<ChangeHistory> {
    await this.#faults.report('changes.history');
    return structuredClone(this.#require(issue).history);
  }

  async searchClosed(query: { text: string; cursor: string | null; limit: number }): Promise<{
    readonly changes: readonly VisibleChange[];
    readonly cursor: string | null;
  }> {
    await this.#faults.report('changes.searchClosed');
    if (this.#site.caller === null) throw new Failure('not-allowed', 'Nobody is asking.');
    const found = [...this.#site.changes.values()]
      .filter((change) => isClosedChange(change) && this.#site.mayBrowse(change) && mentions(change, query.text))
      .sort((a, b) => (updatedAt(b) < updatedAt(a) ? -1 : 1));
    const from = Number(query.cursor ?? '0');
    const page = found.slice(from, from + query.limit);
    const next = from + query.limit;
    return {
      changes: page.map(({ reading }) => ({ ...reading.facts.change })),
      cursor: next < found.length ? String(next) : null,
    };
  }

  #require(issue: string): FakeChange {
    const change = this.#site.findChange(issue);
    if (change === undefined) throw new Failure('not-found', 'There is no such issue.');
    return change;
  }
}

function fieldEdits(edits: ScreenEdits): Partial<Record<ChangeField, Fact<FieldValue>>> {
  const entries = Object.entries(edits).filter(([id]) => (CHANGE_FIELDS as readonly string[]).includes(id));
  return Object.fromEntries(
    entries.map(([id, value]) => {
      if (value !== null && typeof value !== 'string') throw new Error(`The fake reads no ${typeof value} in ${id}.`);
      return [id, known(value === '' ? null : value)];
    }),
  );
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
  const values = Object.values(reading.facts.fields).map((fact) => (fact.state === 'known' ? (fact.value ?? '') : ''));
  const words = new Set(values.join(' ').toLowerCase().split(/\W+/u));
  const asked = text.toLowerCase().split(/\W+/u);
  return asked.filter((word) => word !== '').every((word) => words.has(word));
}
