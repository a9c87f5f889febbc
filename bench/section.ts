/** A column of figures, all in one unit; smaller is better. */
export interface Column {
  readonly title: string;
  readonly unit: string;
}

export interface Row {
  readonly name: string;
  readonly values: readonly number[];
}

/** Contestants side by side. Ratios are to the row called `baseline`. */
export interface Section {
  readonly title: string;
  /** What was measured, how, and on what. */
  readonly note: string;
  readonly columns: readonly Column[];
  readonly baseline?: string;
  readonly rows: readonly Row[];
  /** Lines below the table: lists, and what stands in no column. */
  readonly details?: readonly string[];
}

function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** One cell for each figure: the value with its unit, and its ratio to the baseline. */
function cells({ columns, rows, baseline }: Section, row: Row): readonly string[] {
  const base = rows.find(({ name }) => name === baseline);
  return row.values.map((value, index) => {
    const text = `${figure(value)} ${columns[index]?.unit ?? ''}`.trimEnd();
    const against = base?.values[index];
    return against === undefined || against === 0 ? text : `${text} (×${figure(value / against)})`;
  });
}

/** The section as text: title, note, aligned table, details. */
export function tableOf(section: Section): string {
  const lines = [
    ['', ...section.columns.map(({ title }) => title)],
    ...section.rows.map((row) => [row.name, ...cells(section, row)]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
  return [section.title, section.note, '', ...table, ...(section.details ?? []).map((line) => `  ${line}`)].join('\n');
}
