import { z } from 'zod';
import { contractProblems } from './contract-problems';
import { NO_WORDS } from './contract-words';
import type { DocumentProblem } from './document-problem';
import { type FoundProblem, located } from './found-problem';
import type { PlacedValue } from './placed-value';
import { syntaxTreeOf } from './syntax-tree';
import { sizeProblem, unseenCharacters } from './text-limits';
import { valuesOf } from './value-reader';

export type DocumentReading<T> =
  | { readonly readable: true; readonly value: T }
  | { readonly readable: false; readonly problems: readonly DocumentProblem[] };

/**
 * Reads a text in YAML 1.2, of which JSON is a part, as the contract says, or reports everything that is wrong with it,
 * in the order of the text. What stands before the contract is reported alone: a document above 256 KB, then characters
 * that cannot be shown, then mistakes of syntax. Never throws on a text; a contract must not be asynchronous.
 *
 * The contract's own messages are passed on; its custom issues may have the parameters `hint`, a sentence, and
 * `place: 'key'`, where a key is wrong and not its value.
 */
export function readDocumentText<T>(contract: z.ZodType<T>, text: string): DocumentReading<T> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return unreadable([tooLarge], '');

  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const unseen = unseenCharacters(lines);
  if (unseen.length > 0) return unreadable(unseen, lines);

  const tree = syntaxTreeOf(lines);
  if (!tree.wellFormed) return unreadable(tree.problems, lines);

  const { root, problems, isWhole } = valuesOf(tree.root);
  if (!isWhole) return unreadable(problems, lines);
  const held = heldAgainst(contract, root);
  if ('value' in held && problems.length === 0) return { readable: true, value: held.value };
  return unreadable([...problems, ...('problems' in held ? held.problems : [])], lines);
}

function heldAgainst<T>(
  contract: z.ZodType<T>,
  root: PlacedValue,
): { readonly value: T } | { readonly problems: readonly FoundProblem[] } {
  const knownKeys = new Map<readonly string[], readonly string[]>();
  const parsed = contract.safeParse(root.value, {
    // Issues are put into words later, where their place is known: those that the contract has words for are not asked for.
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') knownKeys.set(issue.keys, keysOf(issue.inst));
      return NO_WORDS;
    },
  });
  if (parsed.success) return { value: parsed.data };
  return { problems: contractProblems(parsed.error.issues, root, knownKeys) };
}

function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.core.$ZodObject) return Object.keys(schema._zod.def.shape);
  const keys = schema instanceof z.core.$ZodRecord ? [...(schema._zod.def.keyType._zod.values ?? [])] : [];
  return keys.filter((key) => typeof key === 'string');
}

function unreadable<T>(problems: readonly FoundProblem[], text: string): DocumentReading<T> {
  return { readable: false, problems: located(problems, text) };
}
