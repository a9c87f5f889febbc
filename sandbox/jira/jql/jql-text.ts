/** The `~` operator: all words must occur; `"\"a phrase\""` in this order; `word*` as the beginning of a word. */
import { unsupported } from '../refusal';

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * A test for texts. Jira looks words up in a stemmed index; the sandbox compares whole words without regard to case.
 * Other parts of Jira's search syntax are refused, as they would be understood differently.
 */
export function textSearch(query: string): (text: string) => boolean {
  if (/(^|\s)(AND|OR|NOT)(\s|$)|[?~^+!(){}[\]]|(^|\s)-/.test(query.replace(/"[^"]*"/g, ''))) {
    throw unsupported(`the text search '${query}'`);
  }
  const phrases = [...query.matchAll(/"([^"]*)"/g)].map(([, phrase]) => words(phrase ?? ''));
  const rest = query.replace(/"[^"]*"/g, ' ').trim();
  const prefixes = (rest.match(/[\p{L}\p{N}_]+\*/gu) ?? []).map((prefix) => prefix.slice(0, -1).toLowerCase());
  const plain = words(rest.replace(/[\p{L}\p{N}_]+\*/gu, ' '));
  return (text) => {
    const present = words(text);
    return (
      plain.every((word) => present.includes(word)) &&
      prefixes.every((prefix) => present.some((word) => word.startsWith(prefix))) &&
      phrases.every((phrase) => hasPhrase(present, phrase))
    );
  };
}

function hasPhrase(present: readonly string[], phrase: readonly string[]): boolean {
  return present.some((_, start) => phrase.every((word, index) => present[start + index] === word));
}
