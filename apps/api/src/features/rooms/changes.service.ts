import { Injectable } from '@nestjs/common';
import type { GetChanges, RoomChanges } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { RoomAccess } from '../members/room-access.js';
import { MessageReferences } from '../messages/message-references.js';
import { toMessage } from '../messages/message-row.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { RoomViews } from './room-views.js';
import { RoomsRepository } from './rooms.repository.js';

/** What a client missed: everything that a room became after a version it knows. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly access: RoomAccess,
    private readonly references: MessageReferences,
    private readonly views: RoomViews,
  ) {}

  /** @throws AppError `not_found` or `forbidden` */
  async since(caller: Caller, { roomId, since, limit }: GetChanges): Promise<RoomChanges> {
    await this.access.requireMember(caller.userId, roomId);

    // The room first: what is stored after this read has a higher version and is told again, never missed.
    const room = (await this.rooms.byId(roomId))!;
    const isBehind = since < room.version;
    const rows = isBehind ? await this.messages.changedBetween(roomId, since, room.version, limit + 1) : [];
    const messages = rows.slice(0, limit).map(toMessage);
    const hasMore = rows.length > limit;
    const [view] = await this.views.of(caller.userId, [room]);

    return {
      messages,
      room: view!,
      version: hasMore ? messages.at(-1)!.version : room.version,
      hasMore,
      ...(await this.references.of(messages)),
    };
  }
}
