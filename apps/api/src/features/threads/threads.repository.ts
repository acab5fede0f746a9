import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../infra/database/database.js';
import { withGiven } from '../../infra/database/sql.js';

export type ThreadKey = { roomId: string; rootId: string; userId: string };

/** Where a member stands in a thread: `is_followed` and `read_seq` are null for who never followed it. */
export type StandingRow = {
  is_followed: number | boolean | null;
  read_seq: number | null;
  first_seq: number | null;
  last_seq: number | null;
  unread_count: number;
};

/** A followed thread; `latest_id` is its last reply, or its first message while there is none. */
export type FollowedRow = { root_id: string; room_id: string; read_seq: number; latest_id: string };

/** What is unread in a thread to a follower: as their own replies move the pointer, none of it is theirs. */
const unreadOf = (follower: string) =>
  `FROM messages WHERE messages.thread_root_id = ${follower}.root_id AND messages.seq > ${follower}.read_seq
     AND messages.deleted_at IS NULL`;

const selectStanding = withGiven<StandingRow>(
  { room: 'id', root: 'id', person: 'id' },
  ({ join }) => `SELECT thread_followers.is_followed, thread_followers.read_seq,
     (SELECT MIN(seq) FROM messages WHERE thread_root_id = given.root) AS first_seq,
     (SELECT MAX(seq) FROM messages WHERE thread_root_id = given.root) AS last_seq,
     (SELECT COUNT(*) ${unreadOf('thread_followers')}) AS unread_count
   FROM given
   ${join} members ON members.room_id = given.room AND members.user_id = given.person
   LEFT JOIN thread_followers
     ON thread_followers.root_id = given.root AND thread_followers.user_id = given.person`,
);

const countUnread = withGiven<{ root_id: string; unread_count: number }>(
  { root_id: 'id', read_seq: 'int', last_seq: 'int' },
  () => `SELECT given.root_id,
     (SELECT COUNT(*) ${unreadOf('given')} AND messages.seq <= given.last_seq) AS unread_count
   FROM given`,
);

@Injectable()
export class ThreadsRepository {
  constructor(private readonly database: Database) {}

  /** Undefined for those who are not in the room. */
  async standingOf(
    { roomId, rootId, userId }: ThreadKey,
    manager: Transaction = this.database.reads,
  ): Promise<StandingRow | undefined> {
    const [standing] = await selectStanding(manager, [[roomId, rootId, userId]]);
    return standing;
  }

  /** Up to `limit` threads that somebody follows, or those with something unread, the latest reply first. */
  pageOfFollowed(
    userId: string,
    isUnread: boolean,
    afterId: string | null,
    limit: number,
  ): Promise<FollowedRow[]> {
    // Ids sort by creation, so that the last reply's orders threads of different rooms.
    return this.database.reads.query(
      `SELECT * FROM (
         SELECT root_id, room_id, read_seq, COALESCE(
           (SELECT id FROM messages WHERE thread_root_id = thread_followers.root_id ORDER BY seq DESC LIMIT 1),
           root_id
         ) AS latest_id
         FROM thread_followers WHERE user_id = ? AND is_followed
         ${isUnread ? `AND EXISTS (SELECT 1 ${unreadOf('thread_followers')})` : ''}
       ) AS followed ${afterId === null ? '' : 'WHERE latest_id < ?'} ORDER BY latest_id DESC LIMIT ?`,
      afterId === null ? [userId, limit] : [userId, afterId, limit],
    );
  }

  /** How much of each of these threads is unread up to its `lastSeq`, by its first message's id. */
  async unreadCountsOf(
    threads: { rootId: string; readSeq: number; lastSeq: number }[],
  ): Promise<Map<string, number>> {
    const rows = await countUnread(
      this.database.reads,
      threads.map(({ rootId, readSeq, lastSeq }) => [rootId, readSeq, lastSeq]),
    );
    return new Map(rows.map((row) => [row.root_id, row.unread_count]));
  }
}
