import type { ReactNode } from 'react';
import { AdfBlock } from './adf-block';
import { parseAdf, type AdfNode } from './document';

/** How the macro of an app is drawn; without it only its name is shown. */
export type MacroRenderer = (node: AdfNode) => ReactNode;

/** What holds for every block of one document. */
export interface Drawing {
  readonly renderMacro: MacroRenderer | undefined;
  /** The highest heading of the document, which becomes an h2: the page around it has the h1. */
  readonly topHeading: number;
}

/** A document in the Atlassian Document Format. All text is a text node; nothing is ever parsed as HTML. */
export function AdfView({
  document,
  renderMacro,
}: {
  readonly document: unknown;
  readonly renderMacro?: MacroRenderer;
}) {
  const root = parseAdf(document);
  const drawing: Drawing = { renderMacro, topHeading: Math.min(6, ...headingLevels(root)) };
  return (
    <div className="document">
      {root.content.map((node, index) => (
        <AdfBlock key={index} node={node} drawing={drawing} />
      ))}
    </div>
  );
}

function headingLevels(node: AdfNode): readonly number[] {
  const own = node.type === 'heading' ? [Number(node.attrs['level']) || 1] : [];
  return [...own, ...node.content.flatMap(headingLevels)];
}
