import type { Room } from '@parley/shared-types';
import { memo } from 'react';
import { MessageArticle } from '@/features/messages/message-article';
import { Beginning } from './beginning';
import { DayLine } from './day-line';
import { NewLine } from './new-line';
import type { Row } from './rows';

type RowViewProps = { row: Row | undefined; room: Room; linkedId: string | null };

export const RowView = ({ row, room, linkedId }: RowViewProps) => {
  if (row?.kind === 'beginning') return <Beginning room={room} />;
  if (row?.kind === 'day') return <DayLine day={row.day} />;
  if (row?.kind === 'new') return <NewLine />;
  if (row?.kind !== 'message') return null;
  const { item, head, last } = row;
  return (
    <Article
      item={item}
      head={head}
      last={last}
      linked={linkedId !== null && item.message?.id === linkedId}
    />
  );
};

const Article = memo(MessageArticle);
