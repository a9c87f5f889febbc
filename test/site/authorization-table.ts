import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A row of a table, by the heads of its columns. */
export type Row = Readonly<Record<string, string>>;

const FILE = join(import.meta.dirname, 'authorization-matrix.md');

/** The rows of the table under a heading of the matrix. @throws where there is none. */
export function tableUnder(heading: string): readonly Row[] {
  const [, section] = readFileSync(FILE, 'utf8').split(`\n## ${heading}\n`);
  const lines = (section?.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [head, , ...rows] = lines.map(cellsOf);
  if (head === undefined || rows.length === 0) throw new Error(`The matrix has no table under ${heading}.`);
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}

const refusal = z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) });
const nothing = z.object({
  ok: z.literal(true),
  value: z.union([
    z.object({ state: z.literal('not-a-change-request') }),
    z.object({ rows: z.tuple([]) }),
    z.object({ entries: z.tuple([]) }),
  ]),
});
const done = z.object({ ok: z.literal(true) });

/** The word of the matrix for an answer of the app; the answer itself where the matrix has no word for it. */
export function wordFor(answer: unknown, words: readonly Row[]): string {
  if (nothing.safeParse(answer).success) return 'empty';
  if (done.safeParse(answer).success) return 'allowed';
  const read = refusal.safeParse(answer);
  if (!read.success) return JSON.stringify(answer);
  const { code, message } = read.data.error;
  const found = words.find((row) => row['code'] === code && message.startsWith(row['it says'] ?? ''));
  return found?.['answer'] ?? `${code}: ${message}`;
}
