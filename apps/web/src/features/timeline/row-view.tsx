import type { Room } from '@parley/shared-types';
import { memo } from 'react';
import { MessageArticle } from '@/features/messages/message-article';
import { Beginning } from './beginning';
import { DayLine } from './day-line';
import { NewLine } from './new-line';
import type { Row } from './rows';

type RowViewProps = {
  row: Row | undefined;
  room: Room;
  /** The message that was just jumped to. */
  glowing: string | null;
  tabbableKey: string | null;
};

export const RowView = ({ row, room, glowing, tabbableKey }: RowViewProps) => {
  if (row?.kind === 'beginning') return <Beginning room={room} />;
  if (row?.kind === 'day') return <DayLine day={row.day} />;
  if (row?.kind === 'new') return <NewLine />;
  if (row?.kind !== 'message') return null;
  const { key, item, head, last, seenSeq, repliedAt } = row;
  return (
    <Article
      item={item}
      head={head}
      last={last}
      seenSeq={seenSeq}
      repliedAt={repliedAt}
      linked={glowing !== null && item.message?.id === glowing}
      tabbable={key === tabbableKey}
    />
  );
};

const Article = memo(MessageArticle);
