import { describe, expect, it } from '@jest/globals';
import { fieldValue } from '../../../src/adapters/jira/field-value';
import { known, unknown } from '../../../src/domain/change/change-facts';
import type { FieldKind } from '../../../src/domain/change/change-field';

const doc = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('the value of a field', () => {
  it.each<[FieldKind, unknown, string]>([
    ['text', 'Move the shop', 'Move the shop'],
    ['text', doc('Move the shop'), 'Move the shop'],
    ['text', ' two\r\nlines \n', 'two\nlines'],
    ['text', doc('half \uD83D a rocket, \u{1F680} a whole one'), 'half \uFFFD a rocket, \u{1F680} a whole one'],
    ['text', { self: 'x', value: 'Add a user', id: '1' }, 'Add a user'],
    ['option', { self: 'x', value: 'High', id: '1' }, 'High'],
    ['option', { value: 'Network', child: { value: 'Firewall' } }, 'Network / Firewall'],
    ['option', { name: 'Highest', id: '1' }, 'Highest'],
    ['option', 'High', 'High'],
    ['person', { accountId: '712020:ivo', displayName: 'Ivo' }, '712020:ivo'],
    ['person', [{ accountId: '712020:ivo' }], '712020:ivo'],
    ['instant', '2026-03-02T10:00:00.000+0100', '2026-03-02T09:00:00.000Z'],
    ['instant', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['instant', '2026-03-02T23:30-05:00', '2026-03-03T04:30:00.000Z'],
  ])('of kind %s is read from %j', (kind, value, expected) => {
    expect(fieldValue(kind, value, 'Field')).toEqual(known(expected));
  });

  it.each<[FieldKind, unknown]>([
    ['text', null],
    ['text', undefined],
    ['text', ''],
    ['text', ' \u00a0\n\u200b\ufeff '],
    ['text', doc('  ')],
    ['text', { type: 'doc', version: 1, content: [] }],
    ['option', null],
    ['person', []],
    ['person', null],
    ['instant', ''],
  ])('of kind %s is empty for %j', (kind, value) => {
    expect(fieldValue(kind, value, 'Field')).toEqual(known(null));
  });

  it.each<[FieldKind, unknown, string]>([
    ['text', 42, 'a text was expected'],
    ['text', { type: 'doc', version: 1, content: [{ no: 'type' }] }, 'a text was expected'],
    ['text', ['a', 'b'], 'a text was expected'],
    ['option', 42, 'one option was expected'],
    ['option', [{ value: 'Low' }, { value: 'High' }], 'one option was expected'],
    ['person', { displayName: 'Ivo' }, 'one person was expected'],
    ['person', [{ accountId: 'a' }, { accountId: 'b' }], 'one person was expected'],
    ['instant', '2026-03-02', 'a date with a time was expected'],
    ['instant', '2026-03-02T09:00:00', 'a date with a time was expected'],
    ['instant', '2026-13-45T09:00:00Z', 'a date with a time was expected'],
    ['instant', 'tomorrow', 'a date with a time was expected'],
  ])('of kind %s is not known for %j', (kind, value, expected) => {
    expect(fieldValue(kind, value, 'Field')).toEqual(unknown('unreadable-value', `Field: ${expected}`));
  });
});
