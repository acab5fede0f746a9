import type { Attachment } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { groupBy } from '../../common/group-by.js';
import type { Call, Mentions } from '../mentions/mentions.service.js';
import { jsonOf } from './message-change.js';
import { newRow, type MessageRow } from './message-row.js';
import type { RoomPosition } from './messages.repository.js';

/** A message as its sender means it. */
export type Draft = {
  senderId: string;
  roomId: string;
  clientId: string;
  body: string;
  attachmentIds: string[];
  replyToId: string | null;
  threadRootId: string | null;
  call: Call;
};

/** What one commit adds to a room: its messages, and a version for each thread that they go on. */
export type Advance = { id: string; messages: number; versions: number; at: number };

export function advances(drafts: Draft[], roots: MessageRow[], at: number): Advance[] {
  const rootsOf = groupBy(roots, (root) => root.room_id);
  return [...groupBy(drafts, (draft) => draft.roomId)].map(([id, { length: messages }]) => ({
    id,
    messages,
    versions: messages + (rootsOf.get(id)?.length ?? 0),
    at,
  }));
}

/** Where rooms stood before they advanced to these positions. */
export function startsOf(rooms: RoomPosition[], advanced: Advance[]): Map<string, Position> {
  const advanceOf = new Map(advanced.map((advance) => [advance.id, advance]));
  return new Map(
    rooms.map(({ id, last_seq, version }) => {
      const { messages, versions } = advanceOf.get(id)!;
      return [id, { seq: last_seq - messages, version: version - versions }];
    }),
  );
}

type Position = { seq: number; version: number };

/** Gives each draft the next place of its room, and then each root its replies and the versions after them. */
export function placed(
  drafts: Draft[],
  mentions: Mentions[],
  files: Attachment[][],
  roots: MessageRow[],
  starts: Map<string, Position>,
  at: number,
): { messages: MessageRow[]; roots: MessageRow[] } {
  const next = new Map([...starts].map(([id, position]) => [id, { ...position }]));
  const repliesOf = groupBy(drafts, (draft) => draft.threadRootId);
  return {
    messages: drafts.map((draft, i) => {
      const position = next.get(draft.roomId)!;
      const place = { seq: ++position.seq, version: ++position.version, created_at: at };
      return toRow(draft, mentions[i]!, files[i]!, place);
    }),
    roots: roots.map((root) => ({
      ...root,
      reply_count: root.reply_count + repliesOf.get(root.id)!.length,
      version: ++next.get(root.room_id)!.version,
    })),
  };
}

const toRow = (
  draft: Draft,
  mentions: Mentions,
  files: Attachment[],
  place: Pick<MessageRow, 'seq' | 'version' | 'created_at'>,
): MessageRow =>
  newRow({
    id: uuidv7(),
    room_id: draft.roomId,
    client_id: draft.clientId,
    sender_id: draft.senderId,
    body: draft.body,
    reply_to_id: draft.replyToId,
    thread_root_id: draft.threadRootId,
    mentions: jsonOf(mentions.userIds),
    mentions_all: mentions.all,
    attachments: jsonOf(files),
    ...place,
  });
