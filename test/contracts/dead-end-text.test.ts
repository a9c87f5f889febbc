import { describe, expect, it } from '@jest/globals';
import { deadEndText } from '../../src/contracts/dead-end-text';
import type { CellValue, DeadCell, DeadEnd } from '../../src/domain/policy/satisfiability/report';
import { policyWith } from '../builders/policies';

const NAMES = { 'id-ana': 'Ana', 'id-ben': 'Ben' };
const CELL: DeadCell = {
  type: 'Normal',
  categories: 'any',
  risks: 'any',
  others: [],
  requesters: 'any',
  path: 'main',
  gate: 'authorize',
};

function text(overrides: Partial<DeadEnd>): string {
  const deadEnd: DeadEnd = { why: 'closed', roles: [], ruleIds: ['a'], clauses: ['T-1'], cells: [CELL], ...overrides };
  const question = { id: 'who', clauses: [], ask: 'Who?', kind: 'choice' } as const;
  const options = [{ id: 'us', title: 'We do' }];
  return deadEndText(deadEnd, policyWith([], { questions: [{ ...question, options }] }), NAMES);
}

/** Which changes are stopped. */
function stopped(...cells: readonly Partial<DeadCell>[]): string {
  return text({ cells: cells.map((cell) => ({ ...CELL, ...cell })) }).split(' cannot pass')[0] ?? '';
}

describe('a dead end', () => {
  it('says why nobody gets on, and what to do about it', () => {
    const ruleIds = ['a', 'b'];
    expect(text({ why: 'role-empty', roles: ['owner'] })).toBe(
      'Nobody holds the Service Owner role, so Normal changes cannot pass Authorize: give it to somebody.',
    );
    expect(text({ why: 'role-empty', roles: ['owner', 'board'] })).toBe(
      'Nobody holds the Service Owner or Change Board role, so Normal changes cannot pass Authorize: give it to somebody.',
    );
    expect(text({ why: 'not-enough', roles: ['board'] })).toBe(
      'Normal changes cannot pass Authorize, because fewer people hold the Change Board role than are asked for by the rule "a": give it to more people, or ask for fewer.',
    );
    expect(text({ why: 'nobody-left', roles: ['owner'], ruleIds })).toBe(
      'Normal changes cannot pass Authorize, because everybody with the Service Owner role has a duty that is kept apart: give it to somebody else as well, or change the rules "a" and "b".',
    );
    expect(text({ why: 'nobody-left', ruleIds })).toBe(
      'Normal changes cannot pass Authorize, because everybody has a duty that is kept apart: give it to somebody else as well, or change the rules "a" and "b".',
    );
    expect(text({ why: 'pair', ruleIds })).toBe(
      'Normal changes cannot pass Authorize, because nobody can have the duties that are to be in the same hands: change the rules "a" and "b".',
    );
    expect(text({ why: 'no-common-holder', roles: ['owner', 'board'], ruleIds })).toBe(
      'Normal changes cannot pass Authorize, because nobody holds what one person needs of the Service Owner or Change Board role: give it to somebody, or change the rules "a" and "b".',
    );
    expect(text({ why: 'no-approver' })).toBe(
      'Normal changes cannot pass Authorize, because an approver is needed for the rule "a" and nobody is asked to approve by then: ask for an approval, or change the rule "a".',
    );
    expect(text({ why: 'closed' })).toBe(
      'Normal changes cannot pass Authorize, because every way is shut to them by the rule "a": open one, or take the type out.',
    );
    expect(text({ why: 'no-entry' })).toBe(
      'Normal changes cannot pass Authorize, because no entry of the catalogue of standard changes can be used for the rule "a": add one.',
    );
  });

  it('says which changes are stopped', () => {
    expect(stopped({ categories: ['Network', 'Software'], risks: ['High'] })).toBe(
      'Normal changes of category Network or Software of risk level High',
    );
    expect(stopped({ categories: ['Network', null], risks: [null] })).toBe(
      'Normal changes of category Network or without a category without a risk level',
    );
    expect(stopped({ categories: [null] })).toBe('Normal changes without a category');
    expect(
      stopped({
        others: [
          { field: 'dataClass', values: [{ value: 'Secret' }, 'empty'] },
          { field: 'tags', values: [{ value: ['Major', 'Urgent'] }, 'other'] },
          { answer: 'who', values: [{ value: 'us' }, { value: 'them' }] },
          { answer: 'gone', values: ['other'] },
        ],
      }),
    ).toBe(
      'Normal changes with Data classification Secret or empty, Labels Major together with Urgent or anything else, the question "who" answered "We do or them" and the question "gone" answered "anything else"',
    );
  });

  it('says of several options together whether they are all meant', () => {
    const tags = (...values: readonly CellValue[]) => stopped({ others: [{ field: 'tags', values }] });
    const [one, both, other] = [['Ventilator'], ['Ventilator', 'Monitor'], ['Monitor']].map((value) => ({ value }));
    if (one === undefined || both === undefined || other === undefined) throw new Error('There are three.');
    expect(tags(one, both, other)).toBe('Normal changes with Labels one or more of Ventilator and Monitor');
    expect(tags(one, both, other, 'empty')).toBe(
      'Normal changes with Labels one or more of Ventilator and Monitor or empty',
    );
    expect(tags(one, both)).toBe('Normal changes with Labels Ventilator or Ventilator together with Monitor');
    expect(tags(one)).toBe('Normal changes with Labels Ventilator');
  });

  it('says who proposes them, and only counts many', () => {
    expect(stopped({ requesters: ['id-ana'] })).toBe('Normal changes proposed by Ana');
    expect(stopped({ requesters: [null, 'id-ana', 'id-ben'] })).toBe(
      'Normal changes proposed by somebody without a role, Ana or Ben',
    );
    expect(stopped({ requesters: [null, 'gone', 'id-ana', 'gone too'] })).toBe(
      'Normal changes proposed by somebody without a role, Ana or somebody else',
    );
    expect(stopped({ requesters: ['gone', 'gone too'] })).toBe('Normal changes proposed by somebody');
    expect(stopped({ requesters: [] })).toBe('Normal changes');
    expect(stopped({ requesters: ['1', '2', '3', '4', '5'] })).toBe('Normal changes proposed by somebody');
    expect(stopped({ requesters: ['1', '2', '3', '4', '5', '6'] })).toBe('Normal changes proposed by 6 people');
  });

  it('tells of one kind of change and counts the others', () => {
    expect(stopped({}, { type: 'Standard' })).toBe('Normal changes and 1 other kind of change');
    expect(stopped({}, {}, {})).toBe('Normal changes and 2 other kinds of change');
  });

  it('that stops no change says nothing', () => {
    expect(text({ cells: [] })).toBe('');
  });
});
