import type { TextNode } from './text-node.js';

/** What stands directly inside a node. */
export const childrenOf = (node: TextNode): TextNode[] => {
  if (node.type === 'list') return node.items.flat();
  return 'children' in node ? node.children : [];
};

/** Visits every node in the order of the text. */
export const walk = (nodes: readonly TextNode[], visit: (node: TextNode) => void): void => {
  for (const node of nodes) {
    visit(node);
    walk(childrenOf(node), visit);
  }
};
