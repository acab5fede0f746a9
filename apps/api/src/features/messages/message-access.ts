import { Injectable } from '@nestjs/common';
import { AppError, forbidden, notFound } from '../../common/app-error.js';
import { RoomAccess } from '../members/room-access.js';
import type { RoomRules } from '../members/room-rules.js';
import type { Change } from './message-change.js';
import type { MessageRow } from './message-row.js';
import { MessagesRepository } from './messages.repository.js';

/** Who may read or change a message that is known by its id: what `RoomAccess` says of its room, and whose it is. */
@Injectable()
export class MessageAccess {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly rooms: RoomAccess,
  ) {}

  /** The message, for members of its room. @throws AppError `not_found`, or `forbidden` outside a channel */
  async requireReadable(userId: string, messageId: string): Promise<MessageRow> {
    const [row] = await this.messages.byIds([messageId]);
    if (!row) throw notFound('message');
    await alike(this.rooms.requireMember(userId, row.room_id));
    return row;
  }

  /**
   * Members react and pin, authors edit and delete, moderators delete what others wrote, in rooms that still take
   * messages; what one wrote can be taken back also where one may write no more.
   * @throws AppError `not_found` or `forbidden`
   */
  async requireChangeable(
    userId: string,
    row: MessageRow | undefined,
    kind: Change['kind'],
    rules: RoomRules = this.rooms,
  ): Promise<MessageRow> {
    if (!row) throw notFound('message');
    await alike(
      kind === 'delete' ? rules.requireActive(userId, row.room_id) : rules.requireWriter(userId, row.room_id),
    );
    const isForAll = kind === 'react' || kind === 'pin';
    if (isForAll || row.sender_id === userId) return row;

    if (kind === 'edit') throw forbidden('Only its author may change a message.');
    await rules.requireModerator(userId, row.room_id);
    return row;
  }

  /** Admins of the server remove what is there, wherever that is. @throws AppError `not_found` */
  async requireThere(row: MessageRow | undefined): Promise<MessageRow> {
    if (!row) throw notFound('message');
    return row;
  }
}

/** A message in a room that one may not know of is as unknown as one that does not exist. */
async function alike(check: Promise<unknown>): Promise<void> {
  try {
    await check;
  } catch (error) {
    throw error instanceof AppError && error.code === 'not_found' ? notFound('message') : error;
  }
}
