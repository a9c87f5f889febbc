import type { ReactNode } from 'react';
import { AdfBlock } from './adf-block';
import { parseAdf, type AdfNode } from './document';

/** How the macro of an app is drawn; without it only its name is shown. */
export type MacroRenderer = (node: AdfNode) => ReactNode;

/** A document in the Atlassian Document Format. All text is a text node; nothing is ever parsed as HTML. */
export function AdfView({
  document,
  renderMacro,
}: {
  readonly document: unknown;
  readonly renderMacro?: MacroRenderer;
}) {
  const root = parseAdf(document);
  return (
    <div className="document">
      {root.content.map((node, index) => (
        <AdfBlock key={index} node={node} renderMacro={renderMacro} />
      ))}
    </div>
  );
}
