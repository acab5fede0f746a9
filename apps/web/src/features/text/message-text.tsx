'use client';
import { mayHaveMarks } from '@parley/message-text/plain';
import { memo, useMemo } from 'react';
import { isFewEmoji } from './few-emoji';
import type { Called } from './mention';
import { PlainText } from './plain-text';
import { WithGrammar } from './with-grammar';

type MessageTextProps = { body: string } & Partial<Called>;

const NOBODY: readonly string[] = [];

/** What a message says, as it is meant. Most messages have no marks, and are shown without the grammar. */
export const MessageText = memo(({ body, mentions = NOBODY, mentionsAll = null }: MessageTextProps) => {
  const called = useMemo(() => ({ mentions, mentionsAll }), [mentions, mentionsAll]);
  if (isFewEmoji(body))
    return (
      <p dir="auto" className="text-[34px] leading-[44px]">
        {body.trim()}
      </p>
    );
  const plain = <PlainText body={body} called={called} />;
  if (!mayHaveMarks(body)) return plain;
  return (
    <WithGrammar as="div" plain={plain}>
      {({ MarkedText }) => <MarkedText body={body} called={called} />}
    </WithGrammar>
  );
});
MessageText.displayName = 'MessageText';
