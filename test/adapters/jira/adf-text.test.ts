import { describe, expect, it } from '@jest/globals';
import { adfText } from '../../../src/adapters/jira/adf-text';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const cell = (words: string) => ({ type: 'tableCell', attrs: {}, content: [p(text(words))] });

describe('rich text as plain text', () => {
  it.each<[string, unknown, string]>([
    ['paragraphs, one line each', doc(p(text('One'), text(' and a half')), p(text('Two'))), 'One and a half\nTwo'],
    ['a line break', doc(p(text('One'), { type: 'hardBreak' }, text('Two'))), 'One\nTwo'],
    [
      'where a link leads',
      doc(p(text('the runbook', { type: 'link', attrs: { href: 'https://example.com/a' } }))),
      'the runbook (https://example.com/a)',
    ],
    [
      'a bare link once',
      doc(p(text('https://example.com', { type: 'link', attrs: { href: 'https://example.com' } }))),
      'https://example.com',
    ],
    ['a smart link', doc(p({ type: 'inlineCard', attrs: { url: 'https://example.com/b' } })), 'https://example.com/b'],
    ['who is mentioned, by id', doc(p({ type: 'mention', attrs: { id: '712020:ann', text: '@Ann' } })), '@712020:ann'],
    [
      'what is struck out',
      doc(p(text('do '), text('not ', { type: 'strike' }), text('restart'))),
      'do ~~not ~~restart',
    ],
    ['nothing of bold', doc(p(text('now', { type: 'strong' }))), 'now'],
    ['an emoji', doc(p({ type: 'emoji', attrs: { shortName: ':rocket:', text: '🚀' } })), '🚀'],
    ['an emoji without a character', doc(p({ type: 'emoji', attrs: { shortName: ':team:' } })), ':team:'],
    ['a date', doc(p({ type: 'date', attrs: { timestamp: '1772409600000' } })), '2026-03-02'],
    ['a status', doc(p({ type: 'status', attrs: { text: 'Ready', color: 'green' } })), '[Ready]'],
    [
      'an attachment by its id',
      doc({ type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'm-1', type: 'file', collection: '' } }] }),
      '[media m-1]',
    ],
    [
      'lists and lists inside',
      doc({
        type: 'orderedList',
        attrs: { order: 3 },
        content: [
          item(p(text('stop'))),
          item(p(text('start')), { type: 'bulletList', content: [item(p(text('web')))] }),
        ],
      }),
      '3. stop\n4. start\n  - web',
    ],
    [
      'whether a task is done',
      doc({
        type: 'taskList',
        attrs: { localId: 'l' },
        content: [
          { type: 'taskItem', attrs: { localId: 'a', state: 'DONE' }, content: [text('backup')] },
          { type: 'taskItem', attrs: { localId: 'b', state: 'TODO' }, content: [text('switch')] },
        ],
      }),
      '[x] backup\n[ ] switch',
    ],
    [
      'what was decided',
      doc({
        type: 'decisionList',
        attrs: { localId: 'l' },
        content: [{ type: 'decisionItem', attrs: { localId: 'a', state: 'DECIDED' }, content: [text('go')] }],
      }),
      '[decided] go',
    ],
    [
      'a table, row by row',
      doc({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('Step'), cell('Who')] },
          { type: 'tableRow', content: [cell('Stop'), cell('Ivo')] },
        ],
      }),
      'Step | Who\nStop | Ivo',
    ],
    [
      'code as it is',
      doc({ type: 'codeBlock', attrs: { language: 'sh' }, content: [text('rm -rf /tmp/x\nls')] }),
      'rm -rf /tmp/x\nls',
    ],
    [
      'a panel with its kind',
      doc({ type: 'panel', attrs: { panelType: 'warning' }, content: [p(text('Hot'))] }),
      '[warning] Hot',
    ],
    [
      'an expand with its title',
      doc({ type: 'expand', attrs: { title: 'More' }, content: [p(text('Inside'))] }),
      'More\nInside',
    ],
    [
      'a macro by its name',
      doc({ type: 'extension', attrs: { extensionKey: 'jira-chart', extensionType: 'x', text: 'Chart' } }),
      '[jira-chart] Chart',
    ],
    ['a node of tomorrow by its name and text', doc({ type: 'hologram', content: [p(text('See'))] }), '[hologram] See'],
    [
      'nothing of empty blocks',
      doc(p(), { type: 'rule' }, p(text('End')), { type: 'bulletList', content: [item(p())] }),
      'End',
    ],
    [
      'nothing of an empty table',
      doc({ type: 'table', content: [{ type: 'tableRow', content: [cell(''), cell(' ')] }] }),
      '',
    ],
    ['nothing of an empty document', doc(), ''],
  ])('spells out %s', (_what, document, expected) => {
    expect(adfText(document)).toBe(expected);
  });

  it.each([
    ['a node without a type', doc({ text: 'x' })],
    ['no node', 'text'],
    ['a list of nodes', [p()]],
  ])('is not made of %s', (_what, document) => {
    expect(() => adfText(document)).toThrow();
  });
});
