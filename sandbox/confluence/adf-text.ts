import { alignColumns, indent, wrap } from './text-layout';

/** A node of a document as it was stored: nothing is assumed beyond the shape that every node has. */
interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: readonly Node[];
  readonly marks: readonly Node[];
}

const PANELS: Readonly<Record<string, string>> = {
  info: 'Info',
  note: 'Note',
  tip: 'Tip',
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
};

/** Cells are wrapped when the widths of all columns are known. */
const UNWRAPPED = Number.MAX_SAFE_INTEGER;

/**
 * A document in the Atlassian Document Format as text for a terminal of the given width: headings underlined, tables in
 * aligned columns, panels and expands with their title, `text (url)` for links, `[STATUS]`, dates as UTC days.
 * Pure. A node that it does not know is shown by its content, or by its name in brackets when it has none.
 */
export function renderAdfAsText(doc: unknown, width = 100): string {
  return renderBlocks(parseNode(doc).content, width)
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function renderBlocks(nodes: readonly Node[], width: number): readonly string[] {
  return nodes.flatMap((node, index) => {
    const lines = renderBlock(node, width);
    return index === 0 || lines.length === 0 ? lines : ['', ...lines];
  });
}

function renderBlock(node: Node, width: number): readonly string[] {
  switch (node.type) {
    case 'paragraph':
    case 'caption':
      return wrap(inline(node.content), width);
    case 'heading': {
      const lines = wrap(inline(node.content), width);
      const level = Number(node.attrs['level']);
      const underline = level === 1 ? '=' : level === 2 ? '-' : undefined;
      return underline === undefined
        ? lines
        : [...lines, underline.repeat(Math.max(...lines.map((line) => line.length)))];
    }
    case 'bulletList':
      return node.content.flatMap((item) => listItem(item, '• ', width));
    case 'orderedList': {
      const first = typeof node.attrs['order'] === 'number' ? node.attrs['order'] : 1;
      return node.content.flatMap((item, index) => listItem(item, `${String(first + index)}. `, width));
    }
    case 'taskList':
    case 'decisionList':
      return node.content.flatMap((item) =>
        item.type.endsWith('List')
          ? indent(renderBlock(item, width - 2), '  ')
          : inlineItem(item, item.attrs['state'] === 'DONE' ? '[x] ' : '[ ] ', width),
      );
    case 'codeBlock':
      return indent(inline(node.content).split('\n'), '    ');
    case 'blockquote':
      return indent(renderBlocks(node.content, width - 2), '> ');
    case 'panel': {
      const title = PANELS[attr(node, 'panelType')] ?? 'Panel';
      const lines = renderBlocks(node.content, width - 2);
      return [`┌ ${title}`, ...indent(lines, '│ ')];
    }
    case 'expand':
    case 'nestedExpand':
      return [`▾ ${attr(node, 'title') || 'Details'}`, ...indent(renderBlocks(node.content, width - 2), '  ')];
    case 'rule':
      return ['─'.repeat(Math.min(width, 40))];
    case 'table':
      return table(node, width);
    case 'blockCard':
    case 'embedCard':
      return [attr(node, 'url')];
    case 'extension':
    case 'bodiedExtension':
      return [`[Macro: ${attr(node, 'extensionKey')}]`, ...renderBlocks(node.content, width)];
    default:
      if (node.content.length === 0) return [`[${node.type}]`];
      return renderBlocks(node.content, width);
  }
}

function listItem(item: Node, bullet: string, width: number): readonly string[] {
  const inner = width - bullet.length;
  return hang(
    item.content.flatMap((block) => renderBlock(block, inner)),
    bullet,
  );
}

function inlineItem(item: Node, bullet: string, width: number): readonly string[] {
  return hang(wrap(inline(item.content), width - bullet.length), bullet);
}

function hang(lines: readonly string[], bullet: string): readonly string[] {
  return lines.map((line, index) => (index === 0 ? bullet : ' '.repeat(bullet.length)) + line);
}

function table(node: Node, width: number): readonly string[] {
  const rows = node.content.map((row) =>
    row.content.flatMap((cell) => {
      const span = typeof cell.attrs['colspan'] === 'number' ? cell.attrs['colspan'] : 1;
      const text = renderBlocks(cell.content, UNWRAPPED).join('\n');
      return [text, ...Array<string>(Math.max(0, span - 1)).fill('')];
    }),
  );
  const headed = node.content[0]?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  return alignColumns(rows, { headed, width });
}

function inline(nodes: readonly Node[]): string {
  return nodes.map(inlineNode).join('');
}

function inlineNode(node: Node): string {
  switch (node.type) {
    case 'text': {
      const text = node.text ?? '';
      const href = node.marks.find((mark) => mark.type === 'link')?.attrs['href'];
      return typeof href === 'string' && href !== text ? `${text} (${href})` : text;
    }
    case 'hardBreak':
      return '\n';
    case 'status':
      return `[${attr(node, 'text').toUpperCase()}]`;
    case 'date':
      return day(node.attrs['timestamp']);
    case 'mention': {
      const name = attr(node, 'text') || attr(node, 'id');
      return name.startsWith('@') ? name : `@${name}`;
    }
    case 'emoji':
      return attr(node, 'text') || attr(node, 'shortName');
    case 'inlineCard':
      return attr(node, 'url');
    case 'inlineExtension':
      return `[Macro: ${attr(node, 'extensionKey')}]`;
    default:
      return node.content.length === 0 ? `[${node.type}]` : inline(node.content);
  }
}

/** The timestamp of a date node is a string of milliseconds since the epoch and means a day in UTC. */
function day(timestamp: unknown): string {
  const instant = new Date(Number(timestamp));
  return Number.isNaN(instant.getTime()) ? String(timestamp) : instant.toISOString().slice(0, 10);
}

/** An attribute as text; empty when it is absent or something else. */
function attr(node: Node, name: string): string {
  const value = node.attrs[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function parseNode(value: unknown): Node {
  if (!isRecord(value)) return { type: 'unknown', attrs: {}, content: [], marks: [] };
  return {
    type: String(value['type']),
    ...(typeof value['text'] === 'string' ? { text: value['text'] } : {}),
    attrs: isRecord(value['attrs']) ? value['attrs'] : {},
    content: Array.isArray(value['content']) ? value['content'].map(parseNode) : [],
    marks: Array.isArray(value['marks']) ? value['marks'].map(parseNode) : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
