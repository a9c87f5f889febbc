/**
 * Whether a text that starts with a quote also ends with it. A quote that is doubled within '…', or that follows a
 * backslash within "…", is part of the text.
 */
export function isClosedQuote(lexeme: string): boolean {
  const quote = lexeme.charAt(0);
  const inner = lexeme.slice(1);
  if (quote === "'") return countAtEnd(inner, "'") % 2 === 1;
  return inner.endsWith('"') && countAtEnd(inner.slice(0, -1), '\\') % 2 === 0;
}

function countAtEnd(text: string, character: string): number {
  let count = 0;
  while (text.charAt(text.length - 1 - count) === character) count += 1;
  return count;
}
