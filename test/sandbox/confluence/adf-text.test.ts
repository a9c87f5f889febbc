import { describe, expect, it } from '@jest/globals';
import { renderAdfAsText } from '../../../sandbox/confluence/adf-text';

const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const cell = (value: string, type = 'tableCell') => ({ type, content: [paragraph(text(value))] });
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });

const render = (width: number, ...content: unknown[]) => renderAdfAsText(doc(...content), width).split('\n');

describe('a page as text', () => {
  it('underlines headings and puts an empty line between blocks', () => {
    const heading = (level: number, value: string) => ({ type: 'heading', attrs: { level }, content: [text(value)] });
    expect(render(40, heading(1, 'March'), heading(3, 'Changes'), paragraph(text('None.')))).toEqual([
      'March',
      '=====',
      '',
      'Changes',
      '',
      'None.',
    ]);
  });

  it('writes links with their address, status lozenges in brackets and dates as days', () => {
    const link = { type: 'link', attrs: { href: 'https://example.com/CHG-1' } };
    const status = { type: 'status', attrs: { text: 'Closed', color: 'green' } };
    const date = { type: 'date', attrs: { timestamp: '1772409600000' } };
    expect(render(80, paragraph(text('CHG-1', link), text(' '), status, text(' on '), date))).toEqual([
      'CHG-1 (https://example.com/CHG-1) [CLOSED] on 2026-03-02',
    ]);
  });

  it('aligns the columns of a table', () => {
    const table = {
      type: 'table',
      content: [
        row(cell('Key', 'tableHeader'), cell('What', 'tableHeader')),
        row(cell('CHG-1'), cell('Rotate keys')),
        row(cell('CHG-12'), cell('Patch')),
      ],
    };
    expect(render(40, table)).toEqual(['Key     What', '──────  ───────────', 'CHG-1   Rotate keys', 'CHG-12  Patch']);
  });

  it('wraps the widest column of a table that does not fit', () => {
    const table = { type: 'table', content: [row(cell('CHG-1'), cell('Rotate the signing keys'))] };
    expect(render(20, table)).toEqual(['CHG-1  Rotate the', '       signing keys']);
  });

  it('shows panels, expands, lists and macros with what is in them', () => {
    expect(
      render(
        40,
        { type: 'panel', attrs: { panelType: 'info' }, content: [paragraph(text('2 changes'))] },
        { type: 'expand', attrs: { title: 'CHG-1' }, content: [paragraph(text('Why'))] },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph(text('one'))] },
            { type: 'listItem', content: [paragraph(text('two'), { type: 'hardBreak' }, text('lines'))] },
          ],
        },
        {
          type: 'extension',
          attrs: { extensionType: 'com.atlassian.ecosystem', extensionKey: 'app/static/change-log' },
        },
      ),
    ).toEqual([
      '┌ Info',
      '│ 2 changes',
      '',
      '▾ CHG-1',
      '  Why',
      '',
      '• one',
      '• two',
      '  lines',
      '',
      '[Macro: app/static/change-log]',
    ]);
  });

  it('names what it does not know instead of dropping it', () => {
    expect(render(40, { type: 'hologram' })).toEqual(['[hologram]']);
  });

  it('breaks long paragraphs at spaces', () => {
    expect(render(12, paragraph(text('one two three four')))).toEqual(['one two', 'three four']);
  });
});
