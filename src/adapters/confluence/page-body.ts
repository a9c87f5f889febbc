import { storedDocument, storedNode } from '../../contracts/confluence/adf-document';
import type { PageContent } from '../../ports/change-log-pages';
import { heading, paragraph, words, type AdfNode } from './adf-nodes';
import { renderMonthPage } from './render-month-page';
import { renderRootPage } from './render-root-page';

/** The text that ends the app's part of a page, with the mark of its content. Everything after it belongs to people. */
const END = 'End of the change log of this page.';
const MARK = /\b([0-9a-f]{16}\.[0-9a-f]{64})\b/;
const NOTES = 'Notes';

/**
 * The body of a page, as JSON. The app's part is everything before the line that ends it; what stands after that line in
 * `standing` is kept exactly as it is. Where somebody removed the line, all that stands from the heading "Notes" on is
 * kept, and without that heading everything: rather twice on the page than lost.
 */
export function pageBody(content: PageContent, standing?: string): string {
  const kept = standing === undefined ? emptyNotes() : peoplesPart(standing);
  return JSON.stringify({ type: 'doc', version: 1, content: [...appsPart(content), ...kept] });
}

/** The mark of the content that the app wrote last; null where the page carries none. */
export function markOf(body: string): string | null {
  const end = nodesOf(body).find(endsAppsPart);
  return end === undefined ? null : (MARK.exec(textOf(end))?.[1] ?? null);
}

function appsPart(content: PageContent): readonly AdfNode[] {
  const nodes = content.kind === 'root' ? renderRootPage() : renderMonthPage(content);
  const notice = `${END} The app Change control writes what stands above this line anew each time; write below it, that stays. Mark: `;
  return [...nodes, paragraph(words(notice, 'em'), words(content.mark, 'code'))];
}

function emptyNotes(): readonly AdfNode[] {
  return [heading(2, NOTES), paragraph()];
}

function peoplesPart(body: string): readonly unknown[] {
  const nodes = nodesOf(body);
  const end = nodes.findIndex(endsAppsPart);
  if (end >= 0) return nodes.slice(end + 1);
  const notes = nodes.findIndex((node) => typeOf(node) === 'heading' && textOf(node).trim() === NOTES);
  return nodes.slice(Math.max(notes, 0));
}

function endsAppsPart(node: unknown): boolean {
  return typeOf(node) === 'paragraph' && textOf(node).startsWith(END);
}

/** The nodes of a body, top level only; none where it is no document (an empty page). */
function nodesOf(body: string): readonly unknown[] {
  return storedDocument.safeParse(jsonOf(body)).data?.content ?? [];
}

function typeOf(node: unknown): string | undefined {
  return storedNode.safeParse(node).data?.type;
}

function textOf(node: unknown): string {
  const parsed = storedNode.safeParse(node).data;
  return parsed === undefined ? '' : (parsed.text ?? (parsed.content ?? []).map(textOf).join(''));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
