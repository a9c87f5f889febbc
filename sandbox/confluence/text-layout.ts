/** Lines of at most `width` characters, broken at spaces; a word that is longer stands on a line of its own, cut. */
export function wrap(text: string, width: number): readonly string[] {
  const limit = Math.max(1, width);
  return text.split('\n').flatMap((line) => {
    if (line.length <= limit) return [line];
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ').flatMap((each) => chunks(each, limit))) {
      if (current !== '' && current.length + 1 + word.length > limit) {
        lines.push(current);
        current = word;
      } else {
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  });
}

export function indent(lines: readonly string[], prefix: string): readonly string[] {
  return lines.map((line) => prefix + line);
}

const GAP = '  ';

/**
 * Rows of cells as lines with aligned columns. Columns are as wide as their longest line as long as they fit; beyond
 * that, the widest ones give way and wrap.
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  { headed, width }: { readonly headed: boolean; readonly width: number },
): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = fit(
    Array.from({ length: count }, (_each, column) =>
      Math.max(1, ...rows.flatMap((row) => (row[column] ?? '').split('\n').map((line) => line.length))),
    ),
    width - GAP.length * (count - 1),
  );
  return rows.flatMap((row, index) => {
    const cells = widths.map((columnWidth, column) => wrap(row[column] ?? '', columnWidth));
    const height = Math.max(...cells.map((cell) => cell.length));
    const lines = Array.from({ length: height }, (_each, line) =>
      cells
        .map((cell, column) => (cell[line] ?? '').padEnd(widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
    const isHead = headed && index === 0;
    return isHead ? [...lines, widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GAP)] : lines;
  });
}

function fit(wanted: readonly number[], available: number): readonly number[] {
  const widths = [...wanted];
  while (widths.reduce((sum, each) => sum + each, 0) > available) {
    const widest = widths.indexOf(Math.max(...widths));
    const current = widths[widest] ?? 1;
    if (current <= 6) break;
    widths[widest] = current - 1;
  }
  return widths;
}

function chunks(word: string, size: number): readonly string[] {
  if (word.length <= size) return [word];
  return [word.slice(0, size), ...chunks(word.slice(size), size)];
}
