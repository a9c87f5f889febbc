/** Walks the tree of a parsed expression. */
import type { AnyNode } from 'acorn';

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value.map((entry: unknown) => entry) : [value]))
    .filter(isNode);
}

/** The node and everything below it, parents first. */
export function nodesOf(node: AnyNode): readonly AnyNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

/**
 * How many syntactic elements a tree has. Atlassian names "nodes" and "leaves" without defining them; here every name,
 * literal, text part of a template and empty list or map is one.
 */
export function leavesOf(node: AnyNode): number {
  if (node.type === 'TemplateElement') return node.value.raw === '' ? 0 : 1;
  // `{ name }` holds the same name as key and as value.
  if (node.type === 'Property' && node.shorthand) return 1;
  const children = childrenOf(node);
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}
