import { Injectable } from '@nestjs/common';
import type { ThreadState } from '@parley/shared-types';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { Database } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { FollowersRepository, type Follower } from '../followers/followers.repository.js';
import { MessageAccess } from '../messages/message-access.js';
import { requireRoot, toState } from './thread-state.js';
import { ThreadsRepository } from './threads.repository.js';

type Pointer = Pick<Follower, 'isFollowed' | 'readSeq'>;

/** Where people stand in threads: following, not following, and reading on. */
@Injectable()
export class ThreadPointers {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadsRepository,
    private readonly followers: FollowersRepository,
    private readonly messages: MessageAccess,
    private readonly broadcaster: Broadcaster,
  ) {}

  /**
   * Whoever begins to follow has read all that is there; to stop holds until they write or are mentioned again.
   * @throws AppError `not_found` or `forbidden`
   */
  follow(caller: Caller, messageId: string, isFollowed: boolean): Promise<ThreadState> {
    return this.#move(caller, messageId, (before, lastSeq) =>
      before?.isFollowed === isFollowed ? before : { isFollowed, readSeq: lastSeq },
    );
  }

  /** Moves a follower's pointer forward, never back. @throws AppError `not_found` or `forbidden` */
  read(caller: Caller, messageId: string, seq: number): Promise<ThreadState> {
    return this.#move(caller, messageId, (before, lastSeq) =>
      before?.isFollowed && Math.min(seq, lastSeq) > before.readSeq
        ? { isFollowed: true, readSeq: Math.min(seq, lastSeq) }
        : before,
    );
  }

  async #move(
    caller: Caller,
    messageId: string,
    next: (before: Pointer | undefined, lastSeq: number) => Pointer | undefined,
  ): Promise<ThreadState> {
    const root = await this.messages.requireReadable(caller.userId, messageId);
    requireRoot(root);
    const key = { roomId: root.room_id, rootId: root.id, userId: caller.userId };

    const { state, hasMoved } = await this.database.write(async (tx) => {
      await lockRows(tx, 'rooms', [key.roomId]);
      // Membership is asked again, behind every departure that has been committed.
      const row = await this.threads.standingOf(key, tx);
      if (!row) throw notFound('message');
      const before =
        row.is_followed === null
          ? undefined
          : { isFollowed: Boolean(row.is_followed), readSeq: row.read_seq! };
      const after = next(before, row.last_seq ?? 0);
      if (!after || after === before) return { state: toState(key, row), hasMoved: false };
      if (before) await this.followers.update(tx, [{ ...key, ...after }]);
      else await this.followers.insert(tx, [{ ...key, ...after }]);
      return { state: toState(key, (await this.threads.standingOf(key, tx))!), hasMoved: true };
    });

    if (hasMoved) {
      this.broadcaster.toOtherDevices(caller.userId, caller.connectionId, 'thread:updated', state);
    }

    return state;
  }
}
