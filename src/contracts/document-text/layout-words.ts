/** What can be wrong with how a text is laid out, in plain words. */
export interface LayoutWords {
  readonly message: string;
  readonly hint: string;
}

const OR_QUOTES = 'or put the text in quotes';
const PART_OF_TEXT = `${OR_QUOTES} if the ":" is part of it`;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

export const LAYOUT_WORDS = {
  anotherDocument: {
    message: 'Another document starts here.',
    hint: 'Keep one document, and remove the "---" or "..." between them.',
  },
  directive: {
    message: 'A line that starts with "%" is not read here.',
    hint: `Remove the line, ${OR_QUOTES}.`,
  },
  explicitKey: { message: 'A "?" cannot stand before a key here.', hint: `Write "key: value", ${OR_QUOTES}.` },
  dashInBrackets: {
    message: 'A list item cannot start with "-" within brackets.',
    hint: 'Put a comma between the items instead.',
  },
  dashAfterText: {
    message: 'A list cannot start in the middle of a line.',
    hint: `Start each item on a line of its own, ${OR_QUOTES}.`,
  },
  tab: { message: 'This line is indented with a tab.', hint: 'Use spaces.' },
  indentation: {
    message: 'The indentation of this line does not fit the lines above it.',
    hint: 'Indent it like the other entries of its list or mapping.',
  },
  loneTag: {
    message: 'What starts with "&" or "!" cannot stand alone in its line.',
    hint: `Write it in the line of the key above, ${OR_QUOTES}.`,
  },
  noColon: {
    message: 'There is no ":" after this key.',
    hint: 'Write "key: value", with a space after the ":".',
  },
  noComma: {
    message: 'There is a "," or a ":" missing before this.',
    hint: `Write it there, ${OR_QUOTES}.`,
  },
  textAfterValue: {
    message: 'This cannot stand after what is before it in the line.',
    hint: 'Put the whole text in quotes, or start a new line.',
  },
  colonInBrackets: {
    message: 'There is a second ":" without a comma before its key.',
    hint: `Put a comma before the key, ${PART_OF_TEXT}.`,
  },
  colonInContinuedText: {
    message: 'This line is indented as if it went on with the text above it.',
    hint: `Indent it like the key above it, ${PART_OF_TEXT}.`,
  },
  colonInLine: {
    message: 'There is a second ":" in this line.',
    hint: 'Put the text in quotes if the ":" is part of it.',
  },
  textAfterSign: {
    message: 'After a "|" or ">" the text has to start on the next line.',
    hint: 'Put the text in quotes if it starts with "|" or ">".',
  },
} as const satisfies Record<string, LayoutWords>;

export function unclosedQuote(quote: string): LayoutWords {
  return { message: `This ${quote} is not closed.`, hint: `Add a ${quote} at the end of the text.` };
}

export function unclosedBracket(bracket: string): LayoutWords {
  return {
    message: `This "${bracket}" is not closed.`,
    hint: `Add a "${CLOSING[bracket] ?? ''}", and indent what is in the brackets further than the key before them.`,
  };
}

export function unopenedBracket(sign: string): LayoutWords {
  return { message: `This "${sign}" closes nothing.`, hint: `Remove it, ${OR_QUOTES}.` };
}

/** Undefined when they belong together. */
export function mismatch(bracket: string, sign: string): LayoutWords | undefined {
  const closing = CLOSING[bracket] ?? '';
  if (sign === closing) return undefined;
  return { message: `This "${sign}" does not close the "${bracket}" before it.`, hint: `Write "${closing}" first.` };
}

export function tooDeep(levels: number): LayoutWords {
  return { message: `The document is nested more than ${levels} levels deep here.`, hint: 'Nest it less.' };
}
