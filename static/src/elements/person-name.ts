/** Account id -> display name. */
export type Names = Readonly<Record<string, string>>;

/** The name of a person, or a word for somebody whom the reader may not see or who has left. */
export function personName(names: Names, accountId: string): string {
  return names[accountId] ?? 'Somebody unknown';
}

/** "Carla Ortiz, Dev Shah and 3 more" */
export function nameList(listed: readonly string[], most: number, lastWord: 'and' | 'or'): string {
  const rest = listed.length - most;
  const shown = rest > 0 ? [...listed.slice(0, most), `${String(rest)} more`] : listed;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${lastWord} ${shown.at(-1) ?? ''}`;
}
