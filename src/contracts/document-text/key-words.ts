import type { z } from 'zod';
import { contractWords } from './contract-words';
import { choiceHint, listed, typeWords } from './expected-words';
import { nearestName } from './nearest-name';
import { type ProblemWords, wordsWith } from './problem-words';
import { quoted } from './quoted-text';

type Issue = z.core.$ZodIssue;

/** A key that the contract does not know; `free` are those of its keys that are not there yet. */
export function unknownKey(key: string, known: readonly string[], free: readonly string[]): ProblemWords {
  const message = `There is no key ${quoted(key)} here.`;
  const [beforeColon = ''] = key.split(':', 1);
  if (key.includes(':') && known.includes(beforeColon)) return { message, hint: 'Put a space after the ":".' };
  const near = nearestName(key, free);
  const list = listed(known);
  if (near !== undefined) return { message, hint: `Did you mean ${quoted(near)}?` };
  return wordsWith(message, list === undefined ? undefined : `Allowed here: ${list}.`);
}

/** A key that is missing, and what it takes. */
export function missingKey(key: string, issue: Issue): ProblemWords {
  return wordsWith(`The key ${quoted(key)} is missing.`, contractWords(issue, undefined) ?? expectedOf(issue));
}

/** No key is there by which to tell which of several forms is meant. */
export function neededKeys(forms: readonly (readonly string[])[]): ProblemWords {
  const keys = forms.map((missing) => missing.map(quoted).join(' with ')).join(', ');
  return { message: 'A key that is needed here is missing.', hint: `Write one of these: ${keys}.` };
}

/** A key that a mapping with free keys does not take. */
export function refusedKeyName(issue: z.core.$ZodIssueInvalidKey, key: string): ProblemWords {
  const [reason] = issue.issues;
  const hint = reason?.code === 'invalid_value' ? choiceHint(key, reason.values) : reason && contractWords(reason, key);
  return wordsWith(contractWords(issue, undefined) ?? `The key ${quoted(key)} cannot be used here.`, hint);
}

function expectedOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `It takes ${typeWords(issue.expected)}.`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return issue.inclusive === false ? undefined : oneOf(issue.options ?? []);
    default:
      return undefined;
  }
}

function oneOf(values: readonly z.core.util.Primitive[]): string | undefined {
  const list = listed(values);
  if (list === undefined) return undefined;
  return values.length === 1 ? `It takes ${list}.` : `It takes one of these: ${list}.`;
}
