/**
 * The document with the names of the people it mentions, as Confluence shows them to a reader. The page itself holds
 * account ids only.
 */
export function nameMentions(value: unknown, nameOf: (accountId: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => nameMentions(item, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nameMentions(item, nameOf)]));
  const { type, attrs } = copy;
  if (type !== 'mention' || typeof attrs !== 'object' || attrs === null || !('id' in attrs)) return copy;
  const name = nameOf(String(attrs.id));
  return name === undefined ? copy : { ...copy, attrs: { ...attrs, text: `@${name}` } };
}
