import type { Service } from '../../src/domain/policy/clause';

/** A clause as the list of clauses has it: its id, and the services that its class allows. */
export interface ListedClause {
  readonly id: string;
  readonly services: readonly Service[];
}

const CLASSES: Readonly<Record<string, Service>> = {
  ENF: 'enforced',
  EVD: 'evidenced',
  REM: 'reminded',
  OUT: 'outside',
  none: 'no-text',
};

/**
 * The clauses of one document in the list of clauses (Markdown tables of id, requirement and class). An id may stand for
 * several: `GEN-6a-f`, `POL005-7a,b`, `MESTA-3.1, 3.2`.
 * @param prefix What the ids of the document begin with, e.g. `GEN`.
 */
export function listedClauses(markdown: string, prefix: string): readonly ListedClause[] {
  return markdown.split('\n').flatMap((line) => {
    const [, ids = '', , classes = ''] = line.split('|').map((cell) => cell.trim());
    if (!ids.startsWith(`${prefix}-`)) return [];
    const services = Object.entries(CLASSES).flatMap(([word, service]) => (classes.includes(word) ? [service] : []));
    return idsIn(ids, prefix).map((id) => ({ id, services }));
  });
}

function idsIn(cell: string, prefix: string): readonly string[] {
  const [first = '', ...more] = cell.split(',').map((part) => part.trim());
  const stem = first.replace(/[a-z]$/, '');
  const others = more.map((part) => (/^[a-z]$/.test(part) ? stem + part : `${prefix}-${part}`));
  return [...rangeOf(first), ...others];
}

function rangeOf(id: string): readonly string[] {
  const range = /^(.+)([a-z])-([a-z])$/.exec(id);
  if (range === null) return [id];
  const [, stem = '', from = '', until = ''] = range;
  const letters = Array.from({ length: until.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(from.charCodeAt(0) + index),
  );
  return letters.map((letter) => stem + letter);
}
