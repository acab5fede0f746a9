import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../infra/database/database.js';
import { insertRows, withGiven, updateGiven } from '../../infra/database/sql.js';

export type Follower = {
  roomId: string;
  rootId: string;
  userId: string;
  isFollowed: boolean;
  readSeq: number;
};
type Key = Pick<Follower, 'roomId' | 'rootId' | 'userId'>;

/** A member of the room; `is_followed` is null for who never followed the thread. */
export type CandidateRow = {
  root_id: string;
  user_id: string;
  is_followed: number | boolean | null;
  read_seq: number | null;
};

const selectCandidates = withGiven<CandidateRow>(
  { room: 'id', root: 'id', person: 'id' },
  ({
    join,
  }) => `SELECT given.root AS root_id, members.user_id, thread_followers.is_followed, thread_followers.read_seq
   FROM given
   ${join} members ON members.room_id = given.room AND members.user_id = given.person
   LEFT JOIN thread_followers
     ON thread_followers.root_id = given.root AND thread_followers.user_id = given.person`,
);

const insertFollowers = insertRows('thread_followers', [
  'room_id',
  'root_id',
  'user_id',
  'is_followed',
  'read_seq',
]);

const updateFollowers = updateGiven(
  { root: 'id', person: 'id', followed: 'boolean', read_to: 'int' },
  {
    table: 'thread_followers',
    set: { is_followed: 'given.followed', read_seq: 'given.read_to' },
    where: 'thread_followers.root_id = given.root AND thread_followers.user_id = given.person',
  },
);

@Injectable()
export class FollowersRepository {
  /** Where these people stand in these threads; those who are not in the room are left out. */
  candidatesAmong(tx: Transaction, keys: Key[]): Promise<CandidateRow[]> {
    return selectCandidates(
      tx,
      keys.map(({ roomId, rootId, userId }) => [roomId, rootId, userId]),
    );
  }

  async insert(tx: Transaction, followers: Follower[]): Promise<void> {
    await insertFollowers(
      tx,
      followers.map(({ roomId, rootId, userId, isFollowed, readSeq }) => [
        roomId,
        rootId,
        userId,
        isFollowed,
        readSeq,
      ]),
    );
  }

  async update(tx: Transaction, followers: Follower[]): Promise<void> {
    await updateFollowers(
      tx,
      followers.map(({ rootId, userId, isFollowed, readSeq }) => [rootId, userId, isFollowed, readSeq]),
    );
  }

  /** Whoever leaves a room follows nothing in it. */
  async deleteOf(tx: Transaction, roomId: string, userId: string): Promise<void> {
    await tx.query('DELETE FROM thread_followers WHERE user_id = ? AND room_id = ?', [userId, roomId]);
  }
}
