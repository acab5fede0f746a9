import { useChat } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Suspense, useState } from 'react';
import { mentions } from '@/features/messages/mentions';
import { onDemand } from '@/lib/on-demand';
import type { Row } from './rows';

const JumpPill = onDemand(() => import('./jump-pill').then((module) => module.JumpPill));

type JumpButtonProps = {
  room: Room;
  rows: readonly Row[];
  /** Whether there are newer messages than these. */
  hasAfter: boolean;
  atEnd: boolean;
  onJump: () => void;
};

const othersAfter = (rows: readonly Row[], seq: number) =>
  rows.flatMap((row) =>
    row.kind === 'message' && row.item.message && row.item.message.seq > seq && !row.item.mine
      ? row.item.message
      : [],
  );

/** The way back to the latest message; counts what came while the reader was further up, and marks a mention of them. */
export const JumpButton = ({ room, rows, hasAfter, atEnd, onJump }: JumpButtonProps) => {
  const meId = useChat().me?.id;
  const [leftAt, setLeftAt] = useState(room.lastSeq);
  const away = !atEnd || hasAfter;
  if (!away && leftAt !== room.lastSeq) setLeftAt(room.lastSeq);
  if (!away) return null;
  const fresh = room.lastSeq > leftAt ? othersAfter(rows, leftAt) : [];
  const count = hasAfter ? room.lastSeq - leftAt : fresh.length;
  const mentioned = fresh.some((message) => mentions(message, meId));
  return (
    <Suspense>
      <JumpPill count={count} mentioned={mentioned} onJump={onJump} />
    </Suspense>
  );
};
