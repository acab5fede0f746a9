import { plainParagraphs, type TextNode } from '@parley/message-text/plain';
import { Mention, type Called } from './mention';
import { RoomName } from './room-name';

const Part = ({ node, called }: { node: TextNode; called: Called }) => {
  if (node.type === 'text') return node.value;
  if (node.type === 'mention') return <Mention name={node.name} called={called} />;
  if (node.type === 'room') return <RoomName name={node.name} />;
  return node.type === 'break' ? '\n' : null;
};

/** Text as it was written: its own line breaks, names as what they are, nothing else interpreted. */
export const PlainText = ({ body, called }: { body: string; called: Called }) =>
  plainParagraphs(body).map((paragraph, index) => (
    <p key={index} dir="auto" className="mt-1.5 wrap-anywhere whitespace-pre-wrap first:mt-0">
      {'children' in paragraph &&
        paragraph.children.map((node, at) => <Part key={at} node={node} called={called} />)}
    </p>
  ));
