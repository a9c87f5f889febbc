import { adfNode, type AdfNode } from '../../contracts/jira/field-values';

/** Containers that say nothing themselves. */
const PLAIN_BLOCKS: ReadonlySet<string> = new Set([
  'doc',
  'blockquote',
  'layoutSection',
  'layoutColumn',
  'mediaGroup',
  'mediaSingle',
]);

/** Nodes whose parts stand in one line. */
const LINES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock', 'caption']);

/**
 * A rich text as plain text, one line for each block. What carries meaning beside the words is spelled out (where a link
 * leads, who is mentioned, which file is shown, whether a task is done, what is struck out), so that an edit to it is an
 * edit of the text. A node that is not known keeps its name and its text. Empty blocks leave nothing behind.
 * @throws ZodError for something that is no node.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfText(value: unknown): string {
  const node = adfNode.parse(value);
  const { type } = node;
  if (type === 'text') return markedText(node);
  if (LINES.has(type)) return inLine(node);
  if (PLAIN_BLOCKS.has(type)) return inBlocks(node);
  return ownText(node);
}

function ownText(node: AdfNode): string {
  switch (node.type) {
    case 'hardBreak':
      return '\n';
    case 'rule':
    case 'placeholder':
      return '';
    case 'mention':
      return `@${attribute(node, 'id')}`;
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName');
    case 'date':
      return dateText(attribute(node, 'timestamp'));
    case 'status':
      return tagged('', attribute(node, 'text'));
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return attribute(node, 'url') || '[link]';
    case 'media':
    case 'mediaInline':
      return `[media ${attribute(node, 'id') || attribute(node, 'url')}]`;
    case 'bulletList':
    case 'orderedList':
      return listText(node);
    case 'taskList':
    case 'decisionList':
      return inBlocks(node);
    case 'taskItem':
      return prefixed(attribute(node, 'state') === 'DONE' ? '[x] ' : '[ ] ', inLine(node));
    case 'decisionItem':
      return prefixed(attribute(node, 'state') === 'DECIDED' ? '[decided] ' : '[undecided] ', inLine(node));
    case 'table':
      return inBlocks(node);
    case 'tableRow':
      return rowText(node);
    case 'panel':
      return prefixed(`[${attribute(node, 'panelType')}] `, inBlocks(node));
    case 'expand':
    case 'nestedExpand':
      return [attribute(node, 'title'), inBlocks(node)].filter((text) => text !== '').join('\n');
    default:
      return unknownText(node);
  }
}

function unknownText(node: AdfNode): string {
  const name = attribute(node, 'extensionKey') || node.type;
  return [`[${name}]`, attribute(node, 'text'), inBlocks(node)].filter((text) => text !== '').join(' ');
}

function inLine(node: AdfNode): string {
  return childrenOf(node).join('');
}

function inBlocks(node: AdfNode): string {
  return childrenOf(node)
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function childrenOf(node: AdfNode): readonly string[] {
  return (node.content ?? []).map(adfText);
}

function listText(node: AdfNode): string {
  const first = Number(attribute(node, 'order') || '1');
  const bullet = (index: number): string => (node.type === 'orderedList' ? `${String(first + index)}. ` : '- ');
  return (node.content ?? [])
    .map((item, index) => prefixed(bullet(index), inBlocks(adfNode.parse(item)).replaceAll('\n', '\n  ')))
    .filter((text) => text !== '')
    .join('\n');
}

function rowText(node: AdfNode): string {
  const cells = (node.content ?? []).map((cell) => inBlocks(adfNode.parse(cell)).replaceAll('\n', ' / '));
  return cells.every((cell) => cell === '') ? '' : cells.join(' | ');
}

function markedText(node: AdfNode): string {
  const text = node.text ?? '';
  const marks = node.marks ?? [];
  const struck = marks.some(({ type }) => type === 'strike') ? `~~${text}~~` : text;
  const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
  return typeof href === 'string' && href !== text ? `${struck} (${href})` : struck;
}

/** A date has no time and no zone: it is the day that the author chose, kept as the start of that day in UTC. */
function dateText(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? tagged('date', timestamp) : date.toISOString().slice(0, 10);
}

function tagged(name: string, text: string): string {
  const inside = `${name} ${text}`.trim();
  return inside === '' ? '' : `[${inside}]`;
}

function prefixed(prefix: string, text: string): string {
  return text.trim() === '' ? '' : `${prefix}${text}`;
}

function attribute(node: AdfNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
