/** One thing that is wrong in a document's text, in words that its author understands. */
export interface DocumentProblem {
  /** What it is about, such as `rules[3].requirement.allOf[0].role`; empty for the document as a whole. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count; a byte order mark does not count. */
  readonly column: number;
  /** A sentence: what is wrong. */
  readonly message: string;
  /** A sentence: what to do. */
  readonly hint?: string;
}

/** The problem in one line: `line 12, column 7 (rules[3].strength): "blok" is not allowed here. Did you mean "block"?` */
export function problemText({ path, line, column, message, hint }: DocumentProblem): string {
  const place = `line ${line}, column ${column}${path === '' ? '' : ` (${path})`}`;
  return `${place}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
