import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import { formatDay } from '../date-time';
import { PageLink } from '../routing';
import { useSession } from '../session';
import { attr, type AdfNode } from './document';
import { safeHref } from './safe-href';

const STATUS = {
  neutral: 'default',
  purple: 'new',
  blue: 'inprogress',
  red: 'removed',
  yellow: 'moved',
  green: 'success',
} as const;

/** Text and what stands in it. */
export function AdfInline({ nodes }: { readonly nodes: readonly AdfNode[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Inline key={index} node={node} />
      ))}
    </>
  );
}

function Inline({ node }: { readonly node: AdfNode }): ReactNode {
  const { nameOf } = useSession();
  switch (node.type) {
    case 'text':
      return node.marks.reduce<ReactNode>(marked, node.text ?? '');
    case 'hardBreak':
      return <br />;
    case 'status': {
      const color = attr(node, 'color');
      const appearance = Object.hasOwn(STATUS, color) ? STATUS[color as keyof typeof STATUS] : 'default';
      return <Lozenge appearance={appearance}>{attr(node, 'text')}</Lozenge>;
    }
    case 'date': {
      const instant = new Date(Number(attr(node, 'timestamp')));
      if (Number.isNaN(instant.getTime())) return attr(node, 'timestamp');
      const day = instant.toISOString().slice(0, 10);
      return <time dateTime={day}>{formatDay(day)}</time>;
    }
    case 'mention':
      return <span className="mention">@{nameOf(attr(node, 'id')) || attr(node, 'text')}</span>;
    case 'emoji':
      return attr(node, 'text') || attr(node, 'shortName');
    case 'inlineCard': {
      const url = attr(node, 'url');
      const href = safeHref(url);
      return href === undefined ? url : <PageLink href={href}>{url}</PageLink>;
    }
    case 'inlineExtension':
      return <span className="quiet">[{attr(node, 'extensionKey')}]</span>;
    default:
      return node.content.length > 0 ? <AdfInline nodes={node.content} /> : null;
  }
}

function marked(inner: ReactNode, mark: AdfNode): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'code':
      return <code>{inner}</code>;
    case 'strike':
      return <s>{inner}</s>;
    case 'underline':
      return <u>{inner}</u>;
    case 'subsup':
      return attr(mark, 'type') === 'sub' ? <sub>{inner}</sub> : <sup>{inner}</sup>;
    case 'link': {
      const href = safeHref(attr(mark, 'href'));
      return href === undefined ? inner : <PageLink href={href}>{inner}</PageLink>;
    }
    default:
      return inner;
  }
}
