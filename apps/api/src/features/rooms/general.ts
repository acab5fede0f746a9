import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { newMember } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomNews } from './room-news.js';
import { newRoom, type RoomEntity } from './room.entity.js';
import { RoomsRepository } from './rooms.repository.js';
import { channelKey, GENERAL } from './unique-key.js';

/** The channel that is there from the first start and that every new user is in. */
@Injectable()
export class General implements OnApplicationBootstrap {
  #id: string;

  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly news: RoomNews,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const uniqueKey = channelKey(GENERAL);
    this.#id = await this.database.write(async (tx) => {
      const known = await this.rooms.byUniqueKey(uniqueKey, tx);
      if (known) return known.id;
      const room = newRoom({ id: uuidv7(), kind: 'channel', uniqueKey, name: GENERAL, memberCount: 0 });
      await this.rooms.insert(tx, room);
      return room.id;
    });
  }

  /** Puts a new user in it within `tx`; tell it by `welcomed` after the commit. */
  async admit(tx: Transaction, userId: string): Promise<RoomEntity> {
    await lockRows(tx, 'rooms', [this.#id]);
    const { lastSeq } = (await this.rooms.byId(this.#id, tx))!;
    await this.members.insert(tx, [newMember(this.#id, userId, 'member', lastSeq, Date.now())]);
    return this.rooms.change(tx, this.#id, { members: 1 });
  }

  welcomed(room: RoomEntity, userId: string): Promise<void> {
    return this.news.joined(room, [userId]);
  }
}
