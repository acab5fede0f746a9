import { Injectable } from '@nestjs/common';
import type { CreateRoom, Page, Room, UpdateRoom } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { notFound } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { Database } from '../../infra/database/database.js';
import { newMember } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { RoomNews } from './room-news.js';
import { RoomViews } from './room-views.js';
import { newRoom, type RoomEntity } from './room.entity.js';
import { RoomsRepository } from './rooms.repository.js';
import { directKey } from './unique-key.js';

type List = { limit: number; cursor?: string | undefined };

/** Rooms themselves: finding, opening, creating, renaming, archiving. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
    private readonly views: RoomViews,
    private readonly news: RoomNews,
  ) {}

  async get(caller: Caller, roomId: string): Promise<Room> {
    await this.access.requireVisible(caller.userId, roomId);

    return this.#view(caller, (await this.rooms.byId(roomId))!);
  }

  /** My rooms, latest activity first; archived ones are left out. */
  async list(caller: Caller, { limit, cursor }: List): Promise<Page<Room>> {
    const [at, id] = cursor ? decodeCursor(cursor, ['number', 'string']) : [];
    const after = cursor ? { at: Number(at), id: String(id) } : null;

    const rows = await this.rooms.pageOfUser(caller.userId, after, limit + 1);

    return this.#page(caller, rows, limit, (room) => [room.lastActivityAt, room.id]);
  }

  /** Channels by name, mine or not. */
  async discover(
    caller: Caller,
    { query = '', limit, cursor }: List & { query?: string },
  ): Promise<Page<Room>> {
    const [name, id] = cursor ? decodeCursor(cursor, ['string', 'string']) : [];
    const after = cursor ? { name: String(name), id: String(id) } : null;

    const rows = await this.rooms.pageOfChannels(query, after, limit + 1);

    return this.#page(caller, rows, limit, (room) => [room.name!, room.id]);
  }

  /** A group or channel with its creator as owner. @throws AppError `not_found` for an unknown member */
  async create(caller: Caller, { kind, name, topic, memberIds = [] }: CreateRoom): Promise<Room> {
    const others = [...new Set(memberIds)].filter((id) => id !== caller.userId);
    if ((await this.users.byIds(others)).length < others.length) throw notFound('person');

    const room = newRoom({ id: uuidv7(), kind, name, topic: topic || null, memberCount: others.length + 1 });
    await this.database.write(async (tx) => {
      await this.rooms.insert(tx, room);
      await this.members.insert(tx, [
        newMember(room.id, caller.userId, 'owner', 0, room.createdAt),
        ...others.map((id) => newMember(room.id, id, 'member', 0, room.createdAt)),
      ]);
    });

    await this.news.created(room, [caller.userId, ...others]);

    return this.#view(caller, room);
  }

  /** The one room of this pair, whoever asks first and however many ask at once. */
  async openDirect(caller: Caller, userId: string): Promise<Room> {
    await this.users.get(userId);
    const key = directKey(caller.userId, userId);
    const known = await this.rooms.byUniqueKey(key);
    if (known) return this.#view(caller, known);

    const pair = [...new Set([caller.userId, userId])];
    const { room, isNew } = await this.database.write(async (tx) => {
      const made = await this.rooms.byUniqueKey(key, tx);
      if (made) return { room: made, isNew: false };
      const fresh = newRoom({ id: uuidv7(), kind: 'direct', uniqueKey: key, memberCount: pair.length });
      await this.rooms.insert(tx, fresh);
      const at = fresh.createdAt;
      await this.members.insert(
        tx,
        pair.map((id) => newMember(fresh.id, id, 'member', 0, at)),
      );
      return { room: fresh, isNew: true };
    });

    if (isNew) await this.news.created(room, pair);

    return this.#view(caller, room);
  }

  /** @throws AppError `not_found`, or `forbidden` for all but owners and moderators */
  async update(caller: Caller, roomId: string, { name, topic }: UpdateRoom): Promise<Room> {
    await this.access.requireModerator(caller.userId, roomId);

    const changes = {
      ...(name !== undefined && { name }),
      ...(topic !== undefined && { topic: topic || null }),
    };
    const room = await this.database.write((tx) => this.rooms.change(tx, roomId, changes));

    await this.news.updated(room);

    return this.#view(caller, room);
  }

  /** Ends a room: it can be read, but not written to. @throws AppError `not_found`, or `forbidden` for non-owners */
  async archive(caller: Caller, roomId: string): Promise<Room> {
    await this.access.requireOwner(caller.userId, roomId);

    const archivedAt = Date.now();
    const room = await this.database.writeLast((tx) => this.rooms.change(tx, roomId, { archivedAt }));

    await this.news.updated(room);

    return this.#view(caller, room);
  }

  async #view(caller: Caller, room: RoomEntity): Promise<Room> {
    return (await this.views.of(caller.userId, [room]))[0]!;
  }

  async #page(
    caller: Caller,
    rows: RoomEntity[],
    limit: number,
    keyOf: (room: RoomEntity) => (string | number)[],
  ) {
    const page = toPage(rows, limit, keyOf);
    return { ...page, items: await this.views.of(caller.userId, page.items) };
  }
}
