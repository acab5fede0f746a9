import { parseMessage } from '@parley/message-text';
import { useMemo } from 'react';
import type { Called } from './mention';
import { MarkedNodes } from './marked-nodes';

/** A body with marks, read by the grammar. */
export const MarkedText = ({ body, called }: { body: string; called: Called }) => {
  const nodes = useMemo(() => parseMessage(body), [body]);
  return <MarkedNodes nodes={nodes} called={called} />;
};
