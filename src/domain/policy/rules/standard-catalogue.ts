import { fieldFact, fieldText } from '../../change/change-facts';
import type { Truth } from '../condition';
import { holds, unknownsIn } from '../holds';
import type { Finding } from '../evaluation';
import type { CivilDate, StandardChange } from '../policy';
import type { RuleContext, RuleKind } from '../rule';
import { findField } from './required-fields';

/**
 * A standard change is made from an entry of the catalogue, named by its id or its title, that may still be used and fits
 * the change.
 */
export const standardCatalogue: RuleKind<'standard-catalogue'> = {
  kind: 'standard-catalogue',
  evaluate: (rule, context) => {
    if (fieldFact(context.facts, 'standardTemplate').state === 'unknown') {
      return [findField(context.facts, 'standardTemplate')];
    }
    const named = fieldText(context.facts, 'standardTemplate') ?? null;
    const entry = named === null ? undefined : findEntry(context.policy.standardChanges, named);
    if (entry === undefined) {
      const entries = entriesFor(context);
      return [notNow({ code: 'not-in-catalogue', entry: named, entries }, context)];
    }
    return [findUse(entry, rule.id, context)];
  },
};

function findUse(entry: StandardChange, ruleId: string, context: RuleContext): Finding {
  const { title, until } = entry;
  if (isOver(until, context)) {
    return notNow({ code: 'catalogue-entry-expired', entry: title, until }, context);
  }
  const fit = fits(entry, context);
  if (fit === 'no') return notNow({ code: 'catalogue-entry-not-fitting', entry: title }, context);
  if (fit === 'yes' || entry.when === undefined) return { met: 'yes', reason: { code: 'in-catalogue', entry: title } };
  const parts = unknownsIn(entry.when, context);
  return { met: 'unknown', reason: { code: 'condition-unknown', ruleId }, parts };
}

function notNow(reason: Finding['reason'], context: RuleContext): Finding {
  return { met: 'no', reason, remedy: { do: 'choose-catalogue-entry', entries: entriesFor(context) } };
}

function findEntry(catalogue: readonly StandardChange[], name: string): StandardChange | undefined {
  const wanted = name.trim().toLowerCase();
  return catalogue.find(({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted);
}

/** The titles of the entries from which this change could be made now. */
function entriesFor(context: RuleContext): readonly string[] {
  return context.policy.standardChanges
    .filter((entry) => !isOver(entry.until, context) && fits(entry, context) !== 'no')
    .map(({ title }) => title);
}

/** The last day of an entry is a day in UTC, and belongs to it. */
function isOver(until: CivilDate | undefined, { instant }: RuleContext): until is CivilDate {
  return until !== undefined && instant.slice(0, 'yyyy-mm-dd'.length) > until;
}

function fits({ when }: StandardChange, context: RuleContext): Truth {
  return when === undefined ? 'yes' : holds(when, context);
}
