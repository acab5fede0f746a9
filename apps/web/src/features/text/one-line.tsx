import { mayHaveMarks } from '@parley/message-text/plain';
import { memo } from 'react';
import { WithGrammar } from './with-grammar';

/** Longer than any line that shows it. */
const LENGTH = 300;

/** A body on one line without its marks, for quotes and lists. */
export const OneLine = memo(({ body }: { body: string }) => {
  const plain = body.slice(0, LENGTH).replace(/\s+/gu, ' ').trim();
  if (!mayHaveMarks(body)) return plain;
  return (
    <WithGrammar as="span" plain={plain}>
      {({ plainText }) => plainText(body).slice(0, LENGTH)}
    </WithGrammar>
  );
});
OneLine.displayName = 'OneLine';
