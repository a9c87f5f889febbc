import { describe, expect, it } from '@jest/globals';
import { draftOf, valueOf } from '../../../sandbox/shell/src/jira/field-draft';
import type { ScreenField } from '../../../sandbox/shell/src/site/jira-shapes';

const ZONE = 'Europe/Berlin';
const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

const field = (schema: ScreenField['schema'], allowedValues?: readonly unknown[]): ScreenField => ({
  id: 'customfield_1',
  name: 'Field',
  required: false,
  operations: ['set'],
  schema,
  ...(allowedValues === undefined ? {} : { allowedValues: [...allowedValues] }),
});

const OPTIONS = [
  { id: '1', value: 'Normal' },
  { id: '2', value: 'Emergency' },
];

describe('a field in its editor', () => {
  it.each([
    ['text', field({ type: 'string' }), 'abc', 'abc'],
    ['a number', field({ type: 'number' }), '2.5', 2.5],
    ['a day', field({ type: 'date' }), '2026-03-02', '2026-03-02'],
    ['labels', field({ type: 'array', items: 'string', system: 'labels' }), 'one two', ['one', 'two']],
    ['an option', field({ type: 'option' }, OPTIONS), '2', { id: '2' }],
    ['options', field({ type: 'array', items: 'option' }, OPTIONS), ['1', '2'], [{ id: '1' }, { id: '2' }]],
    ['a person', field({ type: 'user' }), 'anna', { accountId: 'anna' }],
    ['people', field({ type: 'array', items: 'user' }), ['anna'], [{ accountId: 'anna' }]],
  ])('takes %s in the format of Jira and shows it again', (_what, each, draft, value) => {
    expect(valueOf(each, draft, ZONE)).toEqual(value);
    expect(draftOf(each, value, ZONE)).toEqual(draft);
  });

  it('reads and writes instants in the zone of the person, in summer and in winter', () => {
    const when = field({ type: 'datetime' });
    expect(valueOf(when, '2026-03-02T10:00', ZONE)).toBe('2026-03-02T09:00:00.000+0000');
    expect(valueOf(when, '2026-07-02T10:00', ZONE)).toBe('2026-07-02T08:00:00.000+0000');
    expect(draftOf(when, '2026-03-02T09:00:00.000+0000', ZONE)).toBe('2026-03-02T10:00');
    expect(draftOf(when, '2026-03-02T11:00:00.000+0200', ZONE)).toBe('2026-03-02T10:00');
  });

  it('sends a text area as a document', () => {
    expect(valueOf(field({ type: 'string', custom: `${TYPES}:textarea` }), 'abc', ZONE)).toMatchObject({ type: 'doc' });
  });

  it.each([field({ type: 'string' }), field({ type: 'datetime' }), field({ type: 'option' }, OPTIONS)])(
    'empties a field with null',
    (each) => {
      expect(valueOf(each, '', ZONE)).toBeNull();
    },
  );
});
