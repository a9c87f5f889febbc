import { describe, expect, it } from '@jest/globals';
import type { PlannedChange } from '../../../../src/domain/calendar/overlapping-changes';
import { known } from '../../../../src/domain/change/change-facts';
import { noOverlap } from '../../../../src/domain/policy/rules/no-overlap';
import { unread, type FactsOverrides, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const rule = { ...AT_AUTHORIZE, id: 'overlap', kind: 'no-overlap' } as const;

/** On 3 March 2026, in UTC. */
function at(time: string): string {
  return `2026-03-03T${time}:00.000Z`;
}

/** What is found for a change of the Shop, planned from 20:00 until 21:00. */
function find(facts: FactsOverrides) {
  const fields = { plannedStart: at('20:00'), plannedEnd: at('21:00'), services: ['Shop'], ...facts.fields };
  return noOverlap.evaluate(rule, ruleContext({ facts: { ...facts, fields } }));
}

function other(key: string, from: string, until: string, services = ['Shop']): PlannedChange {
  return { key, services, planned: { from: at(from), until: at(until) } };
}

const FREE = [{ met: 'yes', reason: { code: 'no-overlap' } }];

const overlap = (key: string, from: string, until: string, free: string) => ({
  met: 'no',
  reason: { code: 'overlaps', key, from: at(from), until: at(until) },
  remedy: { do: 'plan-after', instant: at(free) },
});

describe('another change at the same time', () => {
  it.each<[string, readonly PlannedChange[]]>([
    ['there is none', []],
    ['the other ends as this one begins', [other('CHG-2', '19:00', '20:00')]],
    ['the other begins as this one ends', [other('CHG-2', '21:00', '22:00')]],
    ['the other is about another service', [other('CHG-2', '20:00', '21:00', ['Mail'])]],
  ])('is no obstacle where %s', (_why, others) => {
    expect(find({ plannedChanges: known(others) })).toEqual(FREE);
  });

  it.each([
    ['19:00', '20:01', '20:01'],
    ['20:59', '22:00', '22:00'],
    ['20:00', '21:00', '21:00'],
    ['19:00', '22:00', '22:00'],
  ])('from %s until %s is named, and until when to wait', (from, until, free) => {
    expect(find({ plannedChanges: known([other('CHG-2', from, until, ['Mail', 'shop'])]) })).toEqual([
      overlap('CHG-2', from, until, free),
    ]);
  });

  it('is named with each of the others, and the wait is for the last of them', () => {
    const others = [
      other('CHG-2', '19:00', '22:00'),
      other('CHG-3', '20:00', '21:30'),
      other('CHG-4', '20:00', '21:00', ['Mail']),
    ];
    expect(find({ plannedChanges: known(others) })).toEqual([
      overlap('CHG-2', '19:00', '22:00', '22:00'),
      overlap('CHG-3', '20:00', '21:30', '22:00'),
    ]);
  });

  it('is waited for until the whole of this one fits between the others', () => {
    const others = [
      other('CHG-2', '19:00', '20:30'),
      other('CHG-3', '21:29', '22:00'),
      other('CHG-4', '23:00', '23:30'),
    ];
    expect(find({ plannedChanges: known(others) })).toEqual([overlap('CHG-2', '19:00', '20:30', '22:00')]);
  });
});

describe('whether changes overlap', () => {
  const empty = (field: string) => ({
    met: 'no',
    reason: { code: 'field-empty', field },
    remedy: { do: 'fill-field', field },
  });

  it.each<[FieldOverrides, readonly object[]]>([
    [{ plannedStart: null }, [empty('plannedStart')]],
    [{ services: null }, [empty('services')]],
    [{ plannedEnd: null, services: null }, [empty('plannedEnd'), empty('services')]],
  ])('cannot be told without the time and the services: %j', (fields, findings) => {
    expect(find({ fields, plannedChanges: known([]) })).toEqual(findings);
  });

  it('is not known where the services could not be read', () => {
    expect(find({ fields: { services: unread('Services') }, plannedChanges: known([]) }).map(({ met }) => met)).toEqual(
      ['unknown'],
    );
  });

  it('is not known where the other changes could not be read, or nobody looked', () => {
    const plannedChanges = unread('Jira did not answer');
    const finding = (cause: object) => [
      { met: 'unknown', reason: { code: 'calendar-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
    ];
    expect(find({ plannedChanges })).toEqual(finding(plannedChanges.cause));
    expect(find({})).toEqual(finding({ code: 'not-looked-up', detail: 'plannedChanges' }));
  });

  it('is looked up in Jira', () => {
    expect(noOverlap.needs?.(rule)).toEqual({ plannedChanges: true });
  });
});
