import { Injectable } from '@nestjs/common';
import { MAX_BLOCKS, type User } from '@parley/shared-types';
import { conflict, invalid } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { Bus } from '../../infra/bus/bus.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { BlocksRepository } from './blocks.repository.js';

/** What changed: all whom the caller blocks now, and the direct room of the two, if they have one. */
type Changed = { blockedIds: string[]; roomId: string | null };

/** Whom people want nothing from. What that means for a direct room is `RoomAccess`'s to say. */
@Injectable()
export class BlocksService {
  constructor(
    private readonly database: Database,
    private readonly blocks: BlocksRepository,
    private readonly members: MembersRepository,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
    private readonly broadcaster: Broadcaster,
    private readonly bus: Bus,
  ) {}

  async list({ userId }: Caller): Promise<{ items: User[] }> {
    return { items: await this.users.byIds(await this.blocks.blockedBy(userId)) };
  }

  /**
   * From the moment this settles, neither can write to the other alone. Blocking again changes nothing.
   * @throws AppError `not_found`, `validation_failed` for oneself, `conflict` for one too many
   */
  async block({ userId }: Caller, blockedId: string): Promise<void> {
    if (blockedId === userId) throw invalid('userId', 'You cannot block yourself.');
    await this.users.get(blockedId);

    const changed = await this.database.writeLast(async (tx) => {
      await lockRows(tx, 'users', [userId]);
      const known = await this.blocks.blockedBy(userId, tx);
      if (known.includes(blockedId)) return null;
      if (known.length >= MAX_BLOCKS) throw conflict(`You can block at most ${MAX_BLOCKS} people.`);
      await this.blocks.insert(tx, { userId, blockedId, createdAt: Date.now() });
      return {
        blockedIds: [...known, blockedId],
        roomId: await this.members.directRoomOf(tx, userId, blockedId),
      };
    });

    if (changed) this.#tell(userId, blockedId, changed);
    await this.bus.heard();
  }

  /** @throws AppError `not_found` for somebody who does not exist */
  async unblock({ userId }: Caller, blockedId: string): Promise<void> {
    await this.users.get(blockedId);

    const changed = await this.database.write(async (tx) => {
      const known = await this.blocks.blockedBy(userId, tx);
      if (!known.includes(blockedId)) return null;
      await this.blocks.delete(tx, userId, blockedId);
      return {
        blockedIds: known.filter((id) => id !== blockedId),
        roomId: await this.members.directRoomOf(tx, userId, blockedId),
      };
    });

    if (changed) this.#tell(userId, blockedId, changed);
  }

  /** Nobody but the caller's own devices hears of it. */
  #tell(userId: string, blockedId: string, { blockedIds, roomId }: Changed): void {
    if (roomId) this.access.changed(roomId, [userId, blockedId]);
    this.broadcaster.toUsers([userId], 'blocks:updated', { userIds: blockedIds });
  }
}
