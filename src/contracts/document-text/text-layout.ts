import { Lexer } from 'yaml';
import type { FoundProblem } from './found-problem';
import { LayoutReader } from './layout-reader';

export interface TextLayout {
  /** What yaml's parser takes, up to the first place where the nesting is too deep. */
  readonly lexemes: readonly string[];
  readonly problems: readonly FoundProblem[];
}

/**
 * Splits a text into YAML's lexemes and looks at how they nest. yaml's parser and composer recurse into every level, and
 * they open levels where YAML forbids it (`a: b: c: …`), so only a text without a problem here may be given to them.
 */
export function layoutOf(text: string): TextLayout {
  const reader = new LayoutReader();
  const lexemes: string[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    lexemes.push(lexeme);
    reader.read(lexeme);
    if (reader.isTooDeep) return { lexemes, problems: reader.problems };
  }
  reader.end();
  return { lexemes, problems: reader.problems };
}
