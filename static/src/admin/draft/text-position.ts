/** Where a line and a column, both counted from 1, are in a text. Beyond the end of the line or text: at its end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const length = lines[line - 1]?.length ?? 0;
  return Math.min(before + Math.min(Math.max(column - 1, 0), length), text.length);
}

/** Puts the cursor of a text area there, and the line into view. */
export function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const offset = offsetOf(area.value, line, column);
  area.focus();
  area.setSelectionRange(offset, offset);
  const lines = area.value.split('\n').length;
  area.scrollTop = Math.max(0, ((line - 4) * area.scrollHeight) / lines);
  area.scrollIntoView({ block: 'nearest' });
}
