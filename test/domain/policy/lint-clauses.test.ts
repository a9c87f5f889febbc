import { describe, expect, it } from '@jest/globals';
import type { FieldId } from '../../../src/domain/change/change-field';
import type { Service } from '../../../src/domain/policy/clause';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { AT_AUTHORIZE, approvalRule, fieldsRule } from '../../builders/policies';
import { CLEAN, EXCEPTIONS, foundAfter, foundWith } from './lint-clean-policy';

describe('a clause', () => {
  const finding = (code: string, id: string, severity = 'warning') => ({ code, severity, clauses: [id], ruleIds: [] });
  const withClause = (service: Service, note?: string, overrides: Partial<Policy> = {}) =>
    foundWith({
      clauses: [...CLEAN.clauses, { id: 'C-10', text: '', service, ...(note !== undefined && { note }) }],
      ...overrides,
    });

  it('that is said to be enforced needs a rule', () => {
    expect(withClause('enforced', 'Somehow.')).toEqual([finding('clause-not-enforced', 'C-10', 'error')]);
    expect(foundAfter('freezes')).toEqual([finding('clause-not-enforced', 'C-5', 'error')]);
  });

  it('that is enforced by what no rule asks for makes a promise', () => {
    expect(foundAfter('emergencies-only', (rule) => ({ ...rule, clauses: [] }))).toEqual([]);
    const clauses = CLEAN.clauses.map(({ promises, ...clause }) => clause);
    const rules = CLEAN.rules.map((rule) => (rule.id === 'emergencies-only' ? { ...rule, clauses: [] } : rule));
    expect(foundWith({ clauses, rules })).toEqual([finding('clause-not-enforced', 'C-3', 'error')]);
  });

  it('that is said to be reminded of needs a clock, a message, or exceptions that are reviewed', () => {
    expect(withClause('reminded', 'Somehow.')).toEqual([finding('clause-not-reminded', 'C-10')]);
    expect(foundWith({ clocks: [] })).toEqual([finding('clause-not-reminded', 'C-3b')]);
    expect(foundWith({ records: { ...CLEAN.records, notifications: [] } })).toEqual([
      finding('clause-not-reminded', 'C-9'),
    ]);
    expect(foundWith({ exceptions: 'none' })).toEqual([finding('clause-not-reminded', 'C-6')]);
    const { reviewEveryDays, ...unreviewed } = EXCEPTIONS;
    expect(foundWith({ exceptions: unreviewed })).toEqual([finding('clause-not-reminded', 'C-6')]);
  });

  it.each(['evidenced', 'outside'] as const)('that is %s needs a note that says how', (service) => {
    const found = { ...finding('clause-without-note', 'C-10'), service };
    expect(withClause(service)).toEqual([found]);
    expect(withClause(service, ' ')).toEqual([found]);
    expect(withClause(service, 'By the owner.')).toEqual([]);
  });

  it('without a text to enforce needs nothing', () => {
    expect(withClause('no-text')).toEqual([]);
  });
});

describe('a promise', () => {
  const atExpedite = { ...AT_AUTHORIZE, clauses: ['C-2'], gates: ['expedite'] as Rule['gates'] };
  const expectBroken = (asks: readonly ('approval' | FieldId)[], rule: Rule, overrides: Partial<Policy> = {}) => {
    const broken = {
      code: 'broken-promise',
      severity: 'error',
      clauses: ['C-3', 'C-2'],
      ruleIds: [rule.id],
      gate: 'expedite',
      types: ['Emergency'],
      asks,
    };
    const found = foundWith({ rules: [...CLEAN.rules, rule], ...overrides });
    expect(found.filter(({ code }) => code === 'broken-promise')).toEqual(asks.length === 0 ? [] : [broken]);
  };
  const approval = approvalRule({ ...atExpedite, point: 'expedite' });
  const fields = fieldsRule({ ...atExpedite, fields: ['summary', 'description'] });

  it('is broken by an approval that was not to be asked for', () => {
    expectBroken(['approval'], approval);
  });

  it('is broken by a field that was not to be asked for, or by a group of such fields', () => {
    expectBroken(['description'], fields);
    expectBroken([], { ...fields, fields: ['summary', { oneOf: ['description', 'scope'] }] });
    expectBroken(['description'], { ...fields, fields: [{ oneOf: ['description'] }, 'description'] });
  });

  it('is not broken at another gate, nor by a rule that only asks for a reason', () => {
    expectBroken([], { ...fields, gates: ['complete'] });
    expectBroken([], { ...fields, strength: 'warn' });
  });

  it('is not broken by a rule under which changes of the type do not come', () => {
    expectBroken([], { ...fields, when: { not: { field: 'changeType', in: ['emergency'] } } });
    expectBroken(['description'], { ...fields, when: { risk: ['High'] } });
    expectBroken(['description'], { ...fields, when: { field: 'scope', filled: true } });
  });

  it('names only the types to which it was made and that are asked', () => {
    const types = ['Normal', 'Standard', 'Emergency'];
    const clauses = CLEAN.clauses.map((clause) =>
      clause.promises === undefined ? clause : { ...clause, promises: { ...clause.promises, types } },
    );
    const rule = { ...fields, when: { not: { field: 'changeType', in: ['Normal'] } } };
    expect(foundWith({ clauses, rules: [...CLEAN.rules, rule] })).toMatchObject([{ types: ['Standard', 'Emergency'] }]);
  });

  it('was decided on by whoever answered a question about both clauses', () => {
    const question = { id: 'which', clauses: ['C-3', 'C-2'], ask: 'Which?', kind: 'text' } as const;
    const asked = (clauses: readonly string[], which?: string): Partial<Policy> => ({
      questions: [...CLEAN.questions, { ...question, clauses }],
      answers: { ...CLEAN.answers, ...(which !== undefined && { which }) },
    });
    expectBroken([], fields, asked(['C-3', 'C-2'], 'C-2'));
    expectBroken(['description'], fields, asked(['C-3', 'C-2']));
    expectBroken(['description'], fields, asked(['C-3', 'C-1'], 'C-3'));
    expectBroken(['description'], fields, asked(['C-1', 'C-2'], 'C-2'));
    expectBroken(['description'], fields, asked(['C-3'], 'C-3'));
  });

  it('to itself is not decided on by a question about one clause', () => {
    const own = { ...fields, clauses: ['C-3'] };
    const question = { id: 'which', clauses: ['C-3'], ask: 'Which?', kind: 'text' } as const;
    const found = foundWith({
      rules: [...CLEAN.rules, own],
      questions: [...CLEAN.questions, question],
      answers: { ...CLEAN.answers, which: 'yes' },
    });
    expect(found).toMatchObject([{ code: 'broken-promise', clauses: ['C-3'], ruleIds: ['fields'] }]);
  });

  it('holds whatever asks for the field', () => {
    const without = (...things: readonly FieldId[]): Partial<Policy> => ({
      clauses: CLEAN.clauses.map((clause) =>
        clause.promises === undefined ? clause : { ...clause, promises: { ...clause.promises, without: things } },
      ),
    });
    const rule = { ...atExpedite, id: 'asks' };
    const review = { ...rule, kind: 'post-implementation-review' } as const;
    expectBroken(['testSuites'], { ...rule, kind: 'test-suites', suites: ['unit'] }, without('testSuites'));
    expectBroken(['standardTemplate'], { ...rule, kind: 'standard-catalogue' }, without('standardTemplate'));
    expectBroken(['plannedStart'], { ...rule, kind: 'notice', notice: { hours: 1 } }, without('plannedStart'));
    expectBroken(['plannedStart'], { ...rule, kind: 'in-maintenance-window' }, without('plannedStart'));
    expectBroken(
      ['postImplementationReview', 'reviewMeeting'],
      { ...review, meeting: true },
      without('postImplementationReview', 'reviewMeeting'),
    );
    expectBroken([], { ...review, meeting: false }, without('reviewMeeting'));
    expectBroken([], { ...rule, kind: 'documents-updated' }, without('affectedDocuments'));
    expectBroken([], approval, without('description'));
    expectBroken([], fields, without('approval'));
  });
});
