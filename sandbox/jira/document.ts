/**
 * Documents in the Atlassian Document Format. Checked for their structure only: every node has a known type, text nodes
 * have text. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
import type { Json } from './state';

const BLOCKS = new Set([
  'blockCard', 'blockquote', 'blockTaskItem', 'bodiedExtension', 'bulletList', 'caption', 'codeBlock', 'decisionItem',
  'decisionList', 'embedCard', 'expand', 'extension', 'heading', 'layoutColumn', 'layoutSection', 'listItem', 'media',
  'mediaGroup', 'mediaSingle', 'nestedExpand', 'orderedList', 'panel', 'paragraph', 'rule', 'syncBlock',
  'bodiedSyncBlock', 'table', 'tableCell', 'tableHeader', 'tableRow', 'taskItem', 'taskList',
]); // prettier-ignore
const INLINES = new Set(['date', 'emoji', 'hardBreak', 'inlineCard', 'inlineExtension', 'mediaInline', 'mention', 'placeholder', 'status', 'text']); // prettier-ignore

type JsonObject = Record<string, Json>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type DocumentReading =
  | { readonly kind: 'document'; readonly document: Json }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not a document' }
  | { readonly kind: 'invalid' };

/** Reads what a request calls a document. A document without any content is empty; a plain string is not a document. */
export function readDocument(value: unknown): DocumentReading {
  if (!isObject(value) || value.type !== 'doc') return { kind: 'not a document' };
  if (value.version !== 1 || !Array.isArray(value.content)) return { kind: 'invalid' };
  if (!value.content.every(isValidNode)) return { kind: 'invalid' };
  const empty = value.content.every(
    (node) => isObject(node) && node.type === 'paragraph' && childrenOf(node).length === 0,
  );
  return empty ? { kind: 'empty' } : { kind: 'document', document: value };
}

function isValidNode(node: Json): boolean {
  if (!isObject(node) || typeof node.type !== 'string') return false;
  if (node.type === 'text') return typeof node.text === 'string' && node.text !== '';
  if (!BLOCKS.has(node.type) && !INLINES.has(node.type)) return false;
  return node.content === undefined || (Array.isArray(node.content) && node.content.every(isValidNode));
}

function childrenOf(node: JsonObject): readonly Json[] {
  return Array.isArray(node.content) ? node.content : [];
}

/** The text of a document, one line per block; what the changelog shows and what a text search looks at. */
export function plainText(node: Json | undefined): string {
  if (!isObject(node)) return '';
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : '';
  if (node.type === 'hardBreak') return '\n';
  const attributes = isObject(node.attrs) ? node.attrs : {};
  if (node.type === 'mention' || node.type === 'status' || node.type === 'emoji') {
    const shown = attributes.text ?? attributes.shortName;
    return typeof shown === 'string' ? shown : '';
  }
  if (node.type === 'inlineCard' || node.type === 'blockCard')
    return typeof attributes.url === 'string' ? attributes.url : '';
  const parts = childrenOf(node).map(plainText);
  const inline = childrenOf(node).every(
    (child) => isObject(child) && INLINES.has(typeof child.type === 'string' ? child.type : ''),
  );
  return parts.join(inline ? '' : '\n');
}
