import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { AdfInline } from './adf-inline';
import type { Drawing } from './adf-view';
import { attr, type AdfNode } from './document';
import { PageLink } from '../routing';
import { safeHref } from './safe-href';

const PANELS = {
  info: 'information',
  note: 'discovery',
  tip: 'success',
  success: 'success',
  warning: 'warning',
  error: 'error',
} as const;

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

interface BlockProps {
  readonly node: AdfNode;
  readonly drawing: Drawing;
}

/** One block of a document. A block that is not known is drawn by its content. */
export function AdfBlock({ node, drawing }: BlockProps): ReactNode {
  const inside = <Blocks nodes={node.content} drawing={drawing} />;
  switch (node.type) {
    case 'paragraph':
    case 'caption':
      return (
        <p>
          <AdfInline nodes={node.content} />
        </p>
      );
    case 'heading': {
      const below = (Number(node.attrs['level']) || 1) - drawing.topHeading;
      const Tag = HEADINGS[below] ?? 'h6';
      return (
        <Tag>
          <AdfInline nodes={node.content} />
        </Tag>
      );
    }
    case 'bulletList':
      return <ul>{items(node, drawing)}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs['order']) || 1}>{items(node, drawing)}</ol>;
    case 'taskList':
    case 'decisionList':
      return (
        <ul className="task-list">
          {node.content.map((item, index) => (
            <li key={index}>
              {item.type.endsWith('List') ? (
                <AdfBlock node={item} drawing={drawing} />
              ) : (
                <>
                  <span aria-hidden="true">{attr(item, 'state') === 'DONE' ? '☑' : '☐'}</span>
                  <span className="hidden-text">{attr(item, 'state') === 'DONE' ? 'Done: ' : 'Open: '}</span>{' '}
                  <AdfInline nodes={item.content} />
                </>
              )}
            </li>
          ))}
        </ul>
      );
    case 'codeBlock':
      return (
        <pre tabIndex={0}>
          <code>{node.content.map((child) => child.text ?? '').join('')}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'rule':
      return <hr />;
    case 'panel': {
      const type = attr(node, 'panelType');
      const appearance = Object.hasOwn(PANELS, type) ? PANELS[type as keyof typeof PANELS] : 'information';
      return (
        <div className="document-panel">
          <SectionMessage appearance={appearance}>{inside}</SectionMessage>
        </div>
      );
    }
    case 'expand':
    case 'nestedExpand':
      return (
        <details>
          <summary>{attr(node, 'title') || 'Details'}</summary>
          <div className="details-body">{inside}</div>
        </details>
      );
    case 'table':
      return <Table node={node} drawing={drawing} />;
    case 'layoutSection':
      return <div className="layout">{inside}</div>;
    case 'layoutColumn':
      return <div className="layout-column">{inside}</div>;
    case 'blockCard':
    case 'embedCard': {
      const url = attr(node, 'url');
      const href = safeHref(url);
      return <p>{href === undefined ? url : <PageLink href={href}>{url}</PageLink>}</p>;
    }
    case 'extension':
      return drawing.renderMacro?.(node) ?? <UnknownMacro node={node} />;
    case 'bodiedExtension':
      return (
        <>
          <UnknownMacro node={node} />
          {inside}
        </>
      );
    default:
      return inside;
  }
}

function Blocks({ nodes, drawing }: { readonly nodes: readonly AdfNode[] } & Pick<BlockProps, 'drawing'>) {
  return (
    <>
      {nodes.map((node, index) => (
        <AdfBlock key={index} node={node} drawing={drawing} />
      ))}
    </>
  );
}

function items(node: AdfNode, drawing: Drawing): ReactNode {
  return node.content.map((item, index) => (
    <li key={index}>
      <Blocks nodes={item.content} drawing={drawing} />
    </li>
  ));
}

function Table({ node, drawing }: BlockProps) {
  const isHead = (row: AdfNode | undefined) => row?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const [first, ...rest] = node.content;
  const head = isHead(first) ? first : undefined;
  const body = head === undefined ? node.content : rest;
  const cells = (row: AdfNode, headOf: 'col' | 'row') =>
    row.content.map((cell, index) => {
      const span = { colSpan: Number(cell.attrs['colspan']) || 1, rowSpan: Number(cell.attrs['rowspan']) || 1 };
      const content = <Blocks nodes={cell.content} drawing={drawing} />;
      return cell.type === 'tableHeader' ? (
        <th key={index} scope={headOf} {...span}>
          {content}
        </th>
      ) : (
        <td key={index} {...span}>
          {content}
        </td>
      );
    });
  return (
    <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
      <table>
        {head !== undefined && (
          <thead>
            <tr>{cells(head, 'col')}</tr>
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>{cells(row, 'row')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnknownMacro({ node }: { readonly node: AdfNode }) {
  return (
    <p className="quiet">
      [Macro {attr(node, 'extensionKey')} {attr(node, 'text')}: nothing on this site draws it]
    </p>
  );
}
