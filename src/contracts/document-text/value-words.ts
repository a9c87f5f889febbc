import type { ProblemWords } from './problem-words';
import { quoted } from './quoted-text';

/** Keys that would reach into JavaScript's prototypes, or into another mapping, rather than be keys. */
const REFUSED_KEYS: ReadonlyMap<string, ProblemWords> = new Map([
  ['__proto__', { message: 'There is no key "__proto__" here.', hint: 'Remove it.' }],
  ['<<', { message: 'The key "<<" does not bring in other keys here.', hint: 'Write out the keys that belong here.' }],
]);

export function refusedKey(key: string): ProblemWords | undefined {
  return REFUSED_KEYS.get(key);
}

export function repeatedKey(key: string): ProblemWords {
  return { message: `The key ${quoted(key)} is here more than once.`, hint: 'Keep one of them.' };
}

export function unseenCharacter(code: string): ProblemWords {
  return { message: `The text holds a character that cannot be shown (${code}).`, hint: 'Remove it.' };
}

export function missingAnchor(name: string): ProblemWords {
  return {
    message: `Nothing above this is marked ${quoted(`&${name}`)}.`,
    hint: 'Put the text in quotes if it starts with "*".',
  };
}

export const ALIAS_WITHIN_ANCHOR: ProblemWords = {
  message: 'What is marked with "&" cannot itself repeat something with "*".',
  hint: 'Write out what belongs here.',
};

export function tooManyAliases(most: number): ProblemWords {
  return {
    message: `There are more than ${most} repetitions with "*".`,
    hint: 'Write out what belongs here, from here on.',
  };
}

export function tooManyValues(most: number): ProblemWords {
  return {
    message: `The document has more than ${most} values.`,
    hint: 'Remove what does not belong to the document.',
  };
}
