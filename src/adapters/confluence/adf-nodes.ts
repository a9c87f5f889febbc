import type { AccountId } from '../../domain/change/identity';

/** A node of the Atlassian Document Format. @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean>>;
  readonly marks?: readonly AdfNode[];
  readonly content?: readonly AdfNode[];
}

export type Emphasis = 'strong' | 'em' | 'code';

/** Words in a line; nothing for an empty text, because a text node must not be empty. */
export function words(text: string, ...emphasis: readonly Emphasis[]): readonly AdfNode[] {
  const clean = storable(text);
  if (clean === '') return [];
  return [{ type: 'text', text: clean, ...(emphasis.length > 0 && { marks: emphasis.map((type) => ({ type })) }) }];
}

/**
 * Words that lead to an issue. The address is relative to the site, which Jira and Confluence share, so that it also
 * holds when the site is renamed.
 */
export function issueLink(key: string): readonly AdfNode[] {
  return words(key).map((node) => ({ ...node, marks: [{ type: 'link', attrs: { href: `/browse/${key}` } }] }));
}

/** A person by their account id only: Confluence shows the name, and the page keeps none. */
export function mention(id: AccountId): AdfNode {
  return { type: 'mention', attrs: { id } };
}

/** Several things in a line, with something between them. */
export function separated(parts: readonly (readonly AdfNode[])[], separator: string): readonly AdfNode[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [...words(separator), ...part]));
}

export function paragraph(...content: readonly (readonly AdfNode[])[]): AdfNode {
  return { type: 'paragraph', content: content.flat() };
}

export function heading(level: number, text: string): AdfNode {
  return { type: 'heading', attrs: { level }, content: words(text) };
}

export function infoPanel(...content: readonly AdfNode[]): AdfNode {
  return { type: 'panel', attrs: { panelType: 'info' }, content };
}

export function expand(title: string, content: readonly AdfNode[]): AdfNode {
  return { type: 'expand', attrs: { title: storable(title) }, content };
}

export function bulletList(items: readonly (readonly AdfNode[])[]): AdfNode {
  return { type: 'bulletList', content: items.map((content) => ({ type: 'listItem', content })) };
}

export function table(header: readonly string[], rows: readonly (readonly (readonly AdfNode[])[])[]): AdfNode {
  const cell = (type: string) => (content: readonly AdfNode[]) => ({ type, attrs: {}, content: [paragraph(content)] });
  const row = (cells: readonly AdfNode[]) => ({ type: 'tableRow', content: cells });
  const titles = header.map((title) => cell('tableHeader')(words(title, 'strong')));
  return {
    type: 'table',
    attrs: { isNumberColumnEnabled: false, layout: 'default' },
    content: [row(titles), ...rows.map((cells) => row(cells.map(cell('tableCell'))))],
  };
}

/** A text of many lines: an empty line ends a paragraph, any other line break stays one. Markup in it is text. */
export function textBlocks(text: string): readonly AdfNode[] {
  const paragraphs = text.replaceAll('\r\n', '\n').split(/\n[^\S\n]*\n\s*/);
  return paragraphs
    .map((lines) => lines.split('\n').map((line) => words(line)))
    .filter((lines) => lines.some((line) => line.length > 0))
    .map((lines) => paragraph(lines.flatMap((line, index) => (index === 0 ? line : [HARD_BREAK, ...line]))));
}

const HARD_BREAK: AdfNode = { type: 'hardBreak' };

/** Pages are stored as XML, which cannot hold control characters or half a character. */
function storable(text: string): string {
  const unbroken = text.replaceAll(/[\r\n]+/g, ' ');
  return unbroken.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
