import { LAYOUT_WORDS, type LayoutWords } from './layout-words';

/** What is wrong with a ":" where there was one before, and how many characters before it the mistake begins. */
export interface MisplacedColon {
  readonly words: LayoutWords;
  readonly before: number;
}

/** @param lastText What the ":" would make a key: of several lines, if a line is indented as if it went on with one above. */
export function misplacedColon(lastText: string, isInBrackets: boolean): MisplacedColon {
  if (isInBrackets) return { words: LAYOUT_WORDS.colonInBrackets, before: 0 };
  const lineBreak = lastText.lastIndexOf('\n');
  if (lineBreak === -1) return { words: LAYOUT_WORDS.colonInLine, before: 0 };
  return { words: LAYOUT_WORDS.colonInContinuedText, before: lastText.slice(lineBreak + 1).trimStart().length };
}
