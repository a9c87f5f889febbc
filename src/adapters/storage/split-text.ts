/**
 * The most that one part of a text may take up as a JSON string. A value may have 240 KiB with everything around the
 * text. @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
export const PART_BYTES = 230 * 1024;

/**
 * Splits a text into parts that each take up at most `limit` bytes as a JSON string in UTF-8, escapes included. Never
 * splits a character; the parts joined are the text.
 */
export function splitText(text: string, limit: number = PART_BYTES): readonly string[] {
  if (jsonBytes(text) <= limit) return [text];
  const parts: string[] = [];
  let start = 0;
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    const size = jsonBytes(character);
    if (bytes + size > limit) {
      parts.push(text.slice(start, at));
      start = at;
      bytes = 0;
    }
    bytes += size;
    at += character.length;
  }
  return [...parts, text.slice(start)];
}

/** The size of a text inside the quotes of a JSON string. */
function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
