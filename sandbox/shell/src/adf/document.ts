/** A node of a document: nothing is assumed of what is stored beyond the shape that every node has. */
export interface AdfNode {
  readonly type: string;
  readonly text: string | undefined;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: readonly AdfNode[];
  readonly marks: readonly AdfNode[];
}

export function parseAdf(value: unknown): AdfNode {
  const record = isRecord(value) ? value : {};
  const nodes = (list: unknown): readonly AdfNode[] => (Array.isArray(list) ? list.map(parseAdf) : []);
  return {
    type: typeof record['type'] === 'string' ? record['type'] : 'unknown',
    text: typeof record['text'] === 'string' ? record['text'] : undefined,
    attrs: isRecord(record['attrs']) ? record['attrs'] : {},
    content: nodes(record['content']),
    marks: nodes(record['marks']),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An attribute as text; empty when it is absent. */
export function attr(node: AdfNode, name: string): string {
  const value = node.attrs[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
