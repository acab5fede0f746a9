import { Injectable } from '@nestjs/common';
import type { ThreadState } from '@parley/shared-types';
import { groupBy } from '../../common/group-by.js';
import type { Transaction } from '../../infra/database/database.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { FollowersRepository, type Follower } from './followers.repository.js';

/** A reply as it is stored; `mentions` are the people named in it. */
export type Reply = {
  roomId: string;
  rootId: string;
  rootSenderId: string;
  senderId: string;
  seq: number;
  mentions: string[];
};

/** Somebody who follows a thread since this commit, and where they stand in it. */
export type NewFollower = { userId: string; state: ThreadState };

type Standing = Follower & { isKnown: boolean; isNew: boolean; hasMoved: boolean };

/**
 * Who follows which thread because of what was said in it: whoever began it, writes in it, or is mentioned. To stop
 * following holds until one writes or is mentioned again.
 */
@Injectable()
export class ThreadFollowers {
  constructor(
    private readonly followers: FollowersRepository,
    private readonly broadcaster: Broadcaster,
  ) {}

  /**
   * Notes the replies of one commit, ascending by seq in each thread, and moves their authors' pointers to them:
   * three statements for any number. Tell those who are returned by `tell` after the commit.
   */
  async replied(tx: Transaction, replies: Reply[]): Promise<NewFollower[]> {
    if (replies.length === 0) return [];
    const standingOf = await this.#standingsOf(tx, replies);
    for (const reply of replies) follow(standingOf, reply);

    const standings = [...standingOf.values()];
    await this.followers.insert(
      tx,
      standings.filter(({ isKnown, isNew }) => isNew && !isKnown),
    );
    await this.followers.update(
      tx,
      standings.filter(({ isKnown, hasMoved }) => isKnown && hasMoved),
    );

    const repliesOf = groupBy(replies, ({ rootId }) => rootId);
    return standings
      .filter(({ isNew }) => isNew)
      .map((standing) => toNewFollower(standing, repliesOf.get(standing.rootId)!));
  }

  tell(followers: NewFollower[]): void {
    for (const { userId, state } of followers) this.broadcaster.toUsers([userId], 'thread:updated', state);
  }

  async #standingsOf(tx: Transaction, replies: Reply[]): Promise<Map<string, Standing>> {
    const keys = new Map(
      replies.flatMap(({ roomId, rootId, rootSenderId, senderId, mentions }) =>
        [rootSenderId, senderId, ...mentions].map((userId) => [
          keyOf(rootId, userId),
          { roomId, rootId, userId },
        ]),
      ),
    );
    const rows = await this.followers.candidatesAmong(tx, [...keys.values()]);
    return new Map(
      rows.map((row) => {
        const key = keyOf(row.root_id, row.user_id);
        const standing: Standing = {
          ...keys.get(key)!,
          isFollowed: Boolean(row.is_followed),
          readSeq: row.read_seq ?? 0,
          isKnown: row.is_followed !== null,
          isNew: false,
          hasMoved: false,
        };
        return [key, standing];
      }),
    );
  }
}

const keyOf = (rootId: string, userId: string) => `${rootId}:${userId}`;

function follow(standingOf: Map<string, Standing>, reply: Reply): void {
  const { rootId, senderId, rootSenderId, mentions, seq } = reply;
  const of = (userId: string) => standingOf.get(keyOf(rootId, userId));

  // What was said before somebody came to a thread does not count as unread.
  const author = of(rootSenderId);
  if (author && !author.isKnown) begin(author, seq - 1);
  for (const userId of mentions) begin(of(userId), seq - 1);
  const sender = of(senderId);
  begin(sender, seq);
  move(sender, seq);
}

function begin(standing: Standing | undefined, readSeq: number): void {
  if (!standing || standing.isFollowed) return;
  standing.isFollowed = true;
  standing.isNew = true;
  move(standing, readSeq);
}

function move(standing: Standing | undefined, readSeq: number): void {
  if (!standing) return;
  standing.hasMoved = true;
  standing.readSeq = Math.max(standing.readSeq, readSeq);
}

function toNewFollower({ userId, roomId, rootId, readSeq }: Standing, replies: Reply[]): NewFollower {
  const state: ThreadState = {
    roomId,
    rootId,
    isFollowed: true,
    readSeq,
    lastSeq: replies.at(-1)!.seq,
    unreadCount: replies.filter(({ seq }) => seq > readSeq).length,
  };
  return { userId, state };
}
