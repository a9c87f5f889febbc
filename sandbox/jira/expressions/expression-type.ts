/** The types of Jira expressions, as `POST /expression/analyse?check=type` names them. */

export type ExpressionType =
  | { readonly kind: 'any' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly of: ExpressionType }
  /** Without entries: a map of which nothing is known. */
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, ExpressionType> | undefined }
  | { readonly kind: 'function'; readonly apply: (args: readonly ExpressionType[]) => ExpressionType };

export const ANY: ExpressionType = { kind: 'any' };
export const named = (name: string): ExpressionType => ({ kind: 'named', name });
export const listOf = (of: ExpressionType): ExpressionType => ({ kind: 'list', of });

export function typeText(type: ExpressionType): string {
  switch (type.kind) {
    case 'any':
      return 'Any';
    case 'named':
      return type.name;
    case 'list':
      return `List<${typeText(type.of)}>`;
    case 'map':
      return type.entries === undefined
        ? 'Map'
        : `{${[...type.entries].map(([key, entry]) => `${key}: ${typeText(entry)}`).join(', ')}}`;
    case 'function':
      return 'Function';
  }
}

/** One of the two, or of anything where they differ. Null fits every type. */
export function either(one: ExpressionType, other: ExpressionType): ExpressionType {
  if (typeText(one) === 'null') return other;
  return typeText(other) === 'null' || typeText(one) === typeText(other) ? one : ANY;
}

/** Of `contextVariables`: a name, `List<…>`, or `{ key: Type }` with names as types. Undefined for anything else. */
export function readType(text: string): ExpressionType | undefined {
  const given = text.trim();
  const list = /^List<(.*)>$/.exec(given)?.[1];
  if (list !== undefined) {
    const of = readType(list);
    return of === undefined ? undefined : listOf(of);
  }
  const record = /^\{(.*)\}$/.exec(given)?.[1];
  if (record !== undefined) {
    const entries = record.split(',').map((entry) => /^\s*(\w+)\s*:\s*(\w+)\s*$/.exec(entry));
    if (entries.some((entry) => entry === null)) return undefined;
    return { kind: 'map', entries: new Map(entries.map((entry) => [entry?.[1] ?? '', named(entry?.[2] ?? '')])) };
  }
  if (given === 'Any') return ANY;
  if (given === 'Map') return { kind: 'map', entries: undefined };
  return /^[A-Z]\w*$/.test(given) ? named(given) : undefined;
}
