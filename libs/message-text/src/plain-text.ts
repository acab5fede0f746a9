import { parseMessage } from './parse-message.js';
import type { TextNode } from './text-node.js';

const of = (node: TextNode): string => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
      return ` ${node.value} `;
    case 'mention':
      return `@${node.name}`;
    case 'room':
      return `#${node.name}`;
    case 'break':
      return ' ';
    case 'list':
      return node.items.map((item) => ` ${item.map(of).join('')} `).join('');
    case 'paragraph':
    case 'blockquote':
      return ` ${node.children.map(of).join('')} `;
    default:
      return node.children.map(of).join('');
  }
};

/** A body on one line without its markup: for previews, quotes and notifications. */
export const plainText = (body: string): string =>
  parseMessage(body).map(of).join('').replace(/\s+/gu, ' ').trim();
