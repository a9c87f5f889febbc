import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical';

/**
 * How one kind of document is stored: as canonical JSON of `{schemaVersion, document}`. A later version of the app reads
 * older documents by `upgrades`; a document of a newer app is not read at all, because what it means is not known.
 */
export interface StoredContract<T> {
  /** The version that is written. */
  readonly schemaVersion: number;
  readonly document: z.ZodType<T>;
  /** From each older version, the step to the next one. */
  readonly upgrades: Readonly<Record<number, (document: unknown) => unknown>>;
}

export type Reading<T> =
  { readonly readable: true; readonly value: T } | { readonly readable: false; readonly problem: string };

const envelope = z.strictObject({ schemaVersion: z.number().int().positive(), document: z.unknown() });

export function writeStored<T>(contract: StoredContract<T>, document: T): string {
  return canonicalJson({ schemaVersion: contract.schemaVersion, document });
}

/** Reads a stored text. What cannot be read is told in words that hold nothing of the content but names of fields. */
export function readStored<T>(contract: StoredContract<T>, text: string): Reading<T> {
  const stored = envelope.safeParse(jsonOf(text));
  if (!stored.success) return { readable: false, problem: 'it is not a stored document of this app' };
  const { schemaVersion } = stored.data;
  if (schemaVersion > contract.schemaVersion) {
    return {
      readable: false,
      problem: `it has format ${schemaVersion}, of a newer version of the app; this one reads up to ${contract.schemaVersion}`,
    };
  }
  const upgraded = upgrade(contract, schemaVersion, stored.data.document);
  if (!upgraded.readable) return upgraded;
  const parsed = contract.document.safeParse(upgraded.value);
  return parsed.success
    ? { readable: true, value: parsed.data }
    : { readable: false, problem: firstIssue(parsed.error) };
}

function upgrade<T>(contract: StoredContract<T>, from: number, document: unknown): Reading<unknown> {
  let current = document;
  for (let version = from; version < contract.schemaVersion; version += 1) {
    const step = contract.upgrades[version];
    if (step === undefined) return { readable: false, problem: `its format ${version} is not known any more` };
    current = step(current);
  }
  return { readable: true, value: current };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined
    ? 'it is invalid'
    : `${issue.path.map(String).join('.') || 'the document'}: ${issue.message}`;
}
