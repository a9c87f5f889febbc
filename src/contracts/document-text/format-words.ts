import type { z } from 'zod';
import { quoted } from './quoted-text';
import { type ProblemWords, wordsWith } from './problem-words';

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['date', 'a date such as 2026-01-31'],
  ['datetime', 'an instant such as 2026-01-31T09:30:00Z'],
  ['time', 'a time such as 09:30:00'],
  ['duration', 'a duration such as P3D'],
  ['email', 'an e-mail address'],
  ['url', 'a web address'],
  ['uuid', 'a UUID'],
  ['guid', 'a UUID'],
]);

/** A text that has not the form it should have. */
export function formatWords({ format, pattern, ...issue }: z.core.$ZodIssueInvalidStringFormat): ProblemWords {
  const name = FORMATS.get(format);
  if (name !== undefined) return { message: `This is not ${name}.` };
  if ('prefix' in issue) return { message: `This text has to start with ${quoted(String(issue.prefix))}.` };
  if ('suffix' in issue) return { message: `This text has to end with ${quoted(String(issue.suffix))}.` };
  if ('includes' in issue) return { message: `This text has to contain ${quoted(String(issue.includes))}.` };
  const message = 'This text does not have the form that is expected here.';
  return wordsWith(message, pattern === undefined ? undefined : `It has to match ${pattern}.`);
}
