import { Composer, type CST, isScalar, Parser, type ParsedNode } from 'yaml';
import { ENOUGH_PROBLEMS, firstOfEachLine, found, type FoundProblem } from './found-problem';
import { syntaxProblems } from './syntax-words';
import { layoutOf } from './text-layout';

export type SyntaxTree =
  | { readonly wellFormed: true; readonly root: ParsedNode }
  | { readonly wellFormed: false; readonly problems: readonly FoundProblem[] };

/**
 * YAML 1.2 with its core schema: only true, false, null and numbers are not texts, so `no`, `off` and 2026-01-01 are.
 * Keys that are there twice are looked for later, because yaml compares every key with every other.
 */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
} as const;

/** The one document of a text, or every mistake of its syntax, at most one per line. */
export function syntaxTreeOf(text: string): SyntaxTree {
  const layout = layoutOf(text);
  if (layout.problems.length > 0) return malformed(firstOfEachLine(layout.problems, text));

  const [document] = new Composer(OPTIONS).compose(tokensOf(layout.lexemes), true, text.length);
  const problems = syntaxProblems([...(document?.errors ?? []), ...(document?.warnings ?? [])], text);
  if (problems.length > 0) return malformed(firstOfEachLine(problems, text));

  const root = document?.contents;
  if (root == null || (isScalar(root) && root.value === null))
    return malformed([found(0, '', 'The document is empty.')]);
  return { wellFormed: true, root };
}

/** Up to the error that is enough: yaml makes an Error of each, which takes its time. */
function* tokensOf(lexemes: readonly string[]): Generator<CST.Token> {
  let errors = 0;
  for (const token of parsed(lexemes)) {
    if (token.type === 'error') errors += 1;
    yield token;
    if (errors === ENOUGH_PROBLEMS) return;
  }
}

function* parsed(lexemes: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemes) yield* parser.next(lexeme);
  yield* parser.end();
}

function malformed(problems: readonly FoundProblem[]): SyntaxTree {
  return { wellFormed: false, problems };
}
