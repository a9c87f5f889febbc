import { describe, expect, it } from '@jest/globals';
import { adfToText, hasFormatting, textToAdf } from '../../../sandbox/shell/src/adf/plain-text';

const text = (value: string) => ({ type: 'text', text: value });

describe('what is typed into a text area', () => {
  it('becomes paragraphs with line breaks', () => {
    expect(textToAdf('Put the keys back.\nToday.\n\nTell everybody.')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [text('Put the keys back.'), { type: 'hardBreak' }, text('Today.')] },
        { type: 'paragraph', content: [text('Tell everybody.')] },
      ],
    });
  });

  it('is nothing when there are only spaces', () => {
    expect(textToAdf(' \n ')).toBeNull();
  });

  it.each(['one', 'one\ntwo', 'one\n\ntwo\nthree'])('comes back as it was: %j', (typed) => {
    expect(adfToText(textToAdf(typed))).toBe(typed);
  });

  it('never holds an empty text, which no document may have', () => {
    expect(JSON.stringify(textToAdf('one\n\n\n\ntwo\n'))).not.toContain('"text":""');
  });
});

describe('a document in a text area', () => {
  const list = {
    type: 'doc',
    version: 1,
    content: [
      { type: 'paragraph', content: [text('Steps')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('one')] }] }] },
    ],
  };

  it('keeps its words', () => {
    expect(adfToText(list)).toBe('Steps\n\n- one');
  });

  it('is known to lose its formatting, or to have none', () => {
    expect(hasFormatting(list)).toBe(true);
    expect(hasFormatting(textToAdf('one\ntwo'))).toBe(false);
  });
});
