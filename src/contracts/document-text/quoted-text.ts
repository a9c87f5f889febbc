/** A text of the document within a sentence: on one line, and at most 80 characters of it. */
export function quoted(text: string): string {
  const start = /^.{0,80}/su.exec(text)?.[0] ?? '';
  return JSON.stringify(start.length < text.length ? `${start}…` : text);
}
