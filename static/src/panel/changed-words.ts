/** A stretch of text that is the same in both, or stands in one of them only. */
export interface Stretch {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Two texts, cut where they begin and where they cease to differ, between words. */
export function changedWords(before: string, after: string): { readonly before: Stretch[]; readonly after: Stretch[] } {
  const [then, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(then.length, now.length);
  let head = 0;
  while (head < shorter && then[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && then.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { before: stretchesOf(then, head, tail), after: stretchesOf(now, head, tail) };
}

/** Words with the space behind them; nothing is lost. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

function stretchesOf(words: readonly string[], head: number, tail: number): Stretch[] {
  const end = words.length - tail;
  const stretches = [
    { text: words.slice(0, head).join(''), isChanged: false },
    { text: words.slice(head, end).join(''), isChanged: true },
    { text: words.slice(end).join(''), isChanged: false },
  ];
  return stretches.filter(({ text }) => text !== '');
}
