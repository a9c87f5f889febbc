/** What stands between two passages of the document that a clause brings together. */
const GAP = ' … ';

/** A document as running text: no marks of lists, headings and emphasis, no line breaks. */
function runningText(document: string): string {
  return document
    .replace(/^\s*(?:[-•*]|\d+\.|[a-z]\.|#+)\s+/gm, '')
    .replace(/\*\*|^---$/gm, '')
    .replace(/\s+/g, ' ');
}

/**
 * The passages of a clause's text that are not in the document, word for word. A text of several passages has " … "
 * between them; marks of lists, headings and emphasis do not count, nor do line breaks.
 */
export function passagesNotIn(document: string, text: string): readonly string[] {
  const words = runningText(document);
  return text.split(GAP).filter((passage) => passage.trim() === '' || !words.includes(passage));
}
