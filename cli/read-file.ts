import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { problemText, type DocumentProblem } from '../src/contracts/document-text/document-problem';
import { readDocumentText, type DocumentReading } from '../src/contracts/document-text/read-document-text';
import { systemMessage, UsageError } from './usage-error';

/**
 * Reads a file in YAML or JSON as a contract says. A path is relative to where the command was typed.
 * @throws UsageError for a file that cannot be opened.
 */
export function readFile<T>(path: string, contract: z.ZodType<T>): DocumentReading<T> {
  return readDocumentText(contract, textOf(path));
}

/** As `readFile`. @throws UsageError with every problem, for a file that the contract cannot read. */
export function requireFile<T>(path: string, contract: z.ZodType<T>): T {
  const reading = readFile(path, contract);
  if (reading.readable) return reading.value;
  throw new UsageError(`${path} cannot be read:\n${problemLines(reading.problems).join('\n')}`);
}

export function problemLines(problems: readonly DocumentProblem[]): readonly string[] {
  return problems.map((problem) => `  ${problemText(problem)}`);
}

function textOf(path: string): string {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), path), 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be opened: ${systemMessage(error)}.`, { cause: error });
  }
}
