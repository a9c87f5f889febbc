import { ENOUGH_PROBLEMS, found, type FoundProblem } from './found-problem';

/** A document of more bytes in UTF-8 is not looked at. */
export const MOST_BYTES = 256 * 1024;

/**
 * All but what YAML counts as printable (1.2.2, section 5.1), without the byte order mark; and what turns the direction of
 * the text around it, so that people read something else than what is decided on.
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const UNSEEN =
  /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;

/** What is wrong with a text that is too long; nothing with any other. */
export function sizeProblem(text: string): FoundProblem | undefined {
  return isShortEnough(text)
    ? undefined
    : found(
        0,
        '',
        `The document is larger than ${String(MOST_BYTES / 1024)} KB.`,
        'Remove what does not belong to the document.',
      );
}

export function isShortEnough(text: string): boolean {
  return text.length <= MOST_BYTES && new TextEncoder().encode(text).length <= MOST_BYTES;
}

/** The characters that nobody sees and no policy needs. */
export function unseenCharacters(text: string): readonly FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const match of text.matchAll(UNSEEN)) {
    problems.push(
      found(match.index, '', `There is a character here that cannot be shown (${codeOf(match[0])}).`, 'Remove it.'),
    );
    if (problems.length === ENOUGH_PROBLEMS) break;
  }
  return problems;
}

/** The first such character of a value, where an escape like `\u0000` may have brought it in. */
export function unseenCharacterIn(value: string): string | undefined {
  const character = value.match(UNSEEN)?.[0];
  return character === undefined ? undefined : codeOf(character);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
