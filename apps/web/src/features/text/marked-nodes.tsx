import type { TextNode } from '@parley/message-text';
import { CodeBlock } from './code-block';
import { Mention, type Called } from './mention';
import { RoomName } from './room-name';
import { TextLink } from './text-link';

type MarkedNodesProps = { nodes: TextNode[]; called: Called };

const BESIDE = 'mt-1.5 first:mt-0';
const MARKS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

/** An item of one paragraph is a line; of several, each stands by itself. */
const lineOf = (item: TextNode[]) => {
  const [first, ...rest] = item;
  return first?.type === 'paragraph' ? [...first.children, ...rest] : item;
};

const List = ({ node, called }: { node: Extract<TextNode, { type: 'list' }>; called: Called }) => {
  const Tag = node.ordered ? 'ol' : 'ul';
  const wide = node.start + node.items.length > 100;
  return (
    <Tag
      dir="auto"
      start={node.ordered && node.start !== 1 ? node.start : undefined}
      className={`${BESIDE} ${node.ordered ? 'list-decimal' : 'list-disc'} ${wide ? 'ps-11' : 'ps-6'} marker:text-muted`}
    >
      {node.items.map((item, index) => (
        <li key={index} className="wrap-anywhere whitespace-pre-wrap">
          <MarkedNodes nodes={lineOf(item)} called={called} />
        </li>
      ))}
    </Tag>
  );
};

const Element = ({ node, called }: { node: TextNode; called: Called }) => {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
      return '\n';
    case 'paragraph':
      return (
        <p dir="auto" className={`${BESIDE} wrap-anywhere whitespace-pre-wrap`}>
          <MarkedNodes nodes={node.children} called={called} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote dir="auto" className={`${BESIDE} border-s-[3px] border-edge/60 ps-3 text-muted`}>
          <MarkedNodes nodes={node.children} called={called} />
        </blockquote>
      );
    case 'list':
      return <List node={node} called={called} />;
    case 'code':
      return <CodeBlock lang={node.lang} code={node.value} className={BESIDE} />;
    case 'inlineCode':
      return (
        <code dir="ltr" className="rounded-[5px] bg-pressed px-1 py-px font-mono text-[.88em]">
          {node.value}
        </code>
      );
    case 'link':
      return (
        <TextLink url={node.url}>
          <MarkedNodes nodes={node.children} called={called} />
        </TextLink>
      );
    case 'mention':
      return <Mention name={node.name} called={called} />;
    case 'room':
      return <RoomName name={node.name} />;
    default: {
      const Tag = MARKS[node.type];
      return (
        <Tag className={node.type === 'strong' ? 'font-[650]' : undefined}>
          <MarkedNodes nodes={node.children} called={called} />
        </Tag>
      );
    }
  }
};

export const MarkedNodes = ({ nodes, called }: MarkedNodesProps) =>
  nodes.map((node, index) => <Element key={index} node={node} called={called} />);
