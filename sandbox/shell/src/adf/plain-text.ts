import { attr, parseAdf, type AdfNode } from './document';

/** A document of paragraphs for what somebody typed: an empty line begins a new paragraph, null when there is nothing. */
export function textToAdf(text: string): unknown {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/);
  if (paragraphs.length === 1 && paragraphs[0] === '') return null;
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      content: paragraph
        .split('\n')
        .flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
          ...(line === '' ? [] : [{ type: 'text', text: line }]),
        ]),
    })),
  };
}

/** What a text area shows for a document; formatting is lost, text is not. */
export function adfToText(document: unknown): string {
  return parseAdf(document).content.map(blockText).join('\n\n').trim();
}

/** True when saving the text of a document would lose something that can be seen. */
export function hasFormatting(document: unknown): boolean {
  const plain = (node: AdfNode): boolean =>
    node.type === 'hardBreak' || (node.type === 'text' && node.marks.length === 0);
  return !parseAdf(document).content.every((block) => block.type === 'paragraph' && block.content.every(plain));
}

function blockText(node: AdfNode): string {
  switch (node.type) {
    case 'bulletList':
      return node.content.map((item) => `- ${blocks(item)}`).join('\n');
    case 'orderedList':
      return node.content.map((item, index) => `${String(index + 1)}. ${blocks(item)}`).join('\n');
    case 'taskList':
      return node.content.map((item) => `[${attr(item, 'state') === 'DONE' ? 'x' : ' '}] ${inline(item)}`).join('\n');
    case 'table':
      return node.content.map((row) => row.content.map(blocks).join(' | ')).join('\n');
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return inline(node);
    case 'rule':
      return '---';
    default:
      return node.content.map(blockText).join('\n\n');
  }
}

function blocks(node: AdfNode): string {
  return node.content.map(blockText).join('\n');
}

function inline(node: AdfNode): string {
  return node.content
    .map((child) => {
      if (child.type === 'text') return child.text ?? '';
      if (child.type === 'hardBreak') return '\n';
      if (child.type === 'date') return new Date(Number(attr(child, 'timestamp'))).toISOString().slice(0, 10);
      return attr(child, 'text') || attr(child, 'url') || attr(child, 'shortName');
    })
    .join('');
}
