import { Injectable } from '@nestjs/common';
import { mentionsIn } from '@parley/message-text';
import type { Message } from '@parley/shared-types';
import type { Transaction } from '../../infra/database/database.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { MembersRepository } from '../members/members.repository.js';
import { usernameKey } from '../users/username-key.js';
import { EVERYONE } from './mention.entity.js';
import { MentionsRepository, type Mention } from './mentions.repository.js';

/** Whom a text calls: for each the names that may be meant, likeliest first, as names compare. */
export type Call = { names: string[][]; all: Message['mentionsAll'] };

/** Who a text is for: the members it names, and those who were there when it said `@here`. */
export type Mentions = { userIds: string[]; all: Message['mentionsAll']; presentIds: string[] };

type Text = { roomId: string; call: Call };
type Said = { id: string; roomId: string; seq: number; senderId: string; mentions: Mentions };

export const NO_CALL: Call = { names: [], all: null };
export const NOBODY: Mentions = { userIds: [], all: null, presentIds: [] };

export function callIn(body: string): Call {
  const { names, all } = mentionsIn(body);
  if (names.length === 0 && all === null) return NO_CALL;
  return { names: names.map((spellings) => spellings.map(usernameKey)), all };
}

@Injectable()
export class MentionsService {
  constructor(
    private readonly mentions: MentionsRepository,
    private readonly members: MembersRepository,
    private readonly registry: ConnectionRegistry,
  ) {}

  /**
   * Who is meant by the calls of these texts, in the same order: asked where they are stored, as what is said must
   * not wait for a query while something later overtakes it.
   */
  async of(tx: Transaction, texts: Text[]): Promise<Mentions[]> {
    if (texts.every(({ call }) => call === NO_CALL)) return texts.map(() => NOBODY);
    const memberOf = await this.#membersCalled(tx, texts);
    const presentIn = await this.#presentWhereCalled(texts);

    return texts.map(({ roomId, call }) => {
      if (call === NO_CALL) return NOBODY;
      const called = call.names.flatMap(
        (names) => names.map((name) => memberOf.get(keyOf(roomId, name))).find(Boolean) ?? [],
      );
      const presentIds = call.all === 'here' ? presentIn.get(roomId)! : [];
      return { userIds: [...new Set(called)], all: call.all, presentIds };
    });
  }

  /** Notes for counting whom new messages mention. */
  async note(tx: Transaction, said: Said[]): Promise<void> {
    await this.mentions.insert(tx, said.flatMap(countedFor));
  }

  /** The same for messages that say something else now. */
  async renote(tx: Transaction, said: Said[]): Promise<void> {
    if (said.length === 0) return;
    await this.mentions.deleteOf(
      tx,
      said.map(({ id }) => id),
    );
    await this.note(tx, said);
  }

  async #membersCalled(tx: Transaction, texts: Text[]) {
    const names = texts.flatMap(({ roomId, call }) =>
      call.names.flat().map((name) => ({ roomId, usernameKey: name })),
    );
    const distinct = new Map(names.map((name) => [keyOf(name.roomId, name.usernameKey), name]));
    const members = await this.mentions.membersNamed(tx, [...distinct.values()]);
    return new Map(members.map((member) => [keyOf(member.roomId, member.usernameKey), member.userId]));
  }

  async #presentWhereCalled(texts: Text[]): Promise<Map<string, string[]>> {
    const presentIn = new Map<string, string[]>();
    for (const roomId of new Set(texts.flatMap((text) => (text.call.all === 'here' ? text.roomId : [])))) {
      const memberIds = await this.members.idsOf(roomId);
      presentIn.set(
        roomId,
        memberIds.filter((userId) => this.registry.isPresent(userId)),
      );
    }
    return presentIn;
  }
}

const keyOf = (roomId: string, name: string) => `${roomId}:${name}`;

/** One row for everyone, or one for each. */
function countedFor({ id, roomId, seq, senderId, mentions }: Said): Mention[] {
  const { all, userIds, presentIds } = mentions;
  const counted = all === 'room' ? [EVERYONE] : [...new Set([...userIds, ...presentIds])];
  return counted.map((userId) => ({ messageId: id, userId, roomId, seq, senderId }));
}
