import { LineCounter } from 'yaml';
import type { DocumentProblem } from './document-problem';

const MOST_PROBLEMS = 100;

/** Whoever looks for problems may stop after so many. */
export const ENOUGH_PROBLEMS = 1000;

/** A problem whose place is still counted in UTF-16 code units from the start of the text. */
export interface FoundProblem {
  readonly offset: number;
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** A hint that is undefined is no hint. */
export function found(offset: number, path: string, message: string, hint?: string): FoundProblem {
  return { offset, path, message, ...(hint === undefined ? {} : { hint }) };
}

/** In the order of the text. Of more than a hundred, the first hundred and a last one that says how many more there are. */
export function located(problems: readonly FoundProblem[], text: string): readonly DocumentProblem[] {
  const lines = linesOf(text);
  const inOrder = [...problems].sort((a, b) => a.offset - b.offset);
  const first = inOrder.slice(0, MOST_PROBLEMS);
  const next = inOrder[MOST_PROBLEMS];
  const shown =
    next === undefined ? first : [...first, found(next.offset, '', moreWords(inOrder.length - MOST_PROBLEMS))];
  return shown.map(({ offset, ...problem }) => {
    const { line, col } = lines.linePos(offset);
    return { ...problem, line, column: col };
  });
}

function moreWords(more: number): string {
  const most = ENOUGH_PROBLEMS - MOST_PROBLEMS;
  if (more >= most) return `There are at least ${most} more problems.`;
  return more === 1 ? 'There is 1 more problem.' : `There are ${more} more problems.`;
}

/** One mistake of syntax makes much else on its line look wrong: the first that is given for a line stands for all. */
export function firstOfEachLine(problems: readonly FoundProblem[], text: string): readonly FoundProblem[] {
  const lines = linesOf(text);
  const byLine = new Map<number, FoundProblem>();
  for (const problem of problems) {
    const { line } = lines.linePos(problem.offset);
    if (!byLine.has(line)) byLine.set(line, problem);
  }
  return [...byLine.values()];
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start !== -1; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  return lines;
}
