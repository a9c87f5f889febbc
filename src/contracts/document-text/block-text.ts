/** All that may stand between "|" or ">" and the text that they announce. */
export const AFTER_BLOCK_SIGN: ReadonlySet<string | null> = new Set(['space', 'comment', 'newline']);

/** How far from the end of a text after "|" or ">" the tabs begin that yaml takes for its end; nothing without such. */
export function strayTabs(text: string): number | undefined {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return lastLine.includes('\t') && lastLine.trim() === '' ? lastLine.length : undefined;
}
