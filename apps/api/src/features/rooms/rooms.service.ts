import { Injectable } from '@nestjs/common';
import type { CreateRoom, Page, Room, UpdateRoom } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { Database, type Transaction } from '../../infra/database/database.js';
import { lockRows } from '../../infra/database/locks.js';
import { Avatars } from '../attachments/avatars.js';
import { AuditLog } from '../audit/audit-log.js';
import { newMember } from '../members/member.entity.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { UsersService } from '../users/users.service.js';
import { Invitations } from './invitations.js';
import { RoomMemberships } from './room-memberships.js';
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
    private readonly memberships: RoomMemberships,
    private readonly access: RoomAccess,
    private readonly audit: AuditLog,
    private readonly avatars: Avatars,
    private readonly users: UsersService,
    private readonly invitations: Invitations,
    private readonly views: RoomViews,
    private readonly news: RoomNews,
  ) {}

  async get(caller: Caller, roomId: string): Promise<Room> {
    await this.access.requireVisible(caller.userId, roomId);

    return this.#view(caller, (await this.rooms.byId(roomId))!);
  }

  /** My rooms, latest activity first: those in use, or the archived ones. */
  async list(
    caller: Caller,
    { archived, limit, cursor }: List & { archived?: 'true' | 'false' | undefined },
  ): Promise<Page<Room>> {
    const [at, id] = cursor ? decodeCursor(cursor, ['number', 'string']) : [];
    const after = cursor ? { at: Number(at), id: String(id) } : null;

    const rows = await this.rooms.pageOfUser(caller.userId, archived === 'true', after, limit + 1);

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

  /** A group or channel with its creator as owner. @throws AppError as `Invitations` for a member */
  async create(caller: Caller, { kind, name, topic, memberIds = [] }: CreateRoom): Promise<Room> {
    const others = [...new Set(memberIds)].filter((id) => id !== caller.userId);
    await this.invitations.requireWilling(caller, others);

    const room = newRoom({ id: uuidv7(), kind, name, topic: topic || null, memberCount: others.length + 1 });
    await this.database.write(async (tx) => {
      await this.rooms.insert(tx, room);
      await this.members.insert(tx, [
        newMember(room.id, caller.userId, 'owner', 0, room.createdAt),
        ...others.map((id) => newMember(room.id, id, 'member', 0, room.createdAt)),
      ]);
      await this.memberships.recordAdded(tx, caller, room.id, others);
    });

    await this.news.created(room, [caller.userId, ...others]);

    return this.#view(caller, room);
  }

  /**
   * The one room of this pair, whoever asks first and however many ask at once.
   * @throws AppError `not_found`, or `forbidden` for a new one where one blocks the other
   */
  async openDirect(caller: Caller, userId: string): Promise<Room> {
    await this.users.get(userId);
    const key = directKey(caller.userId, userId);
    const known = await this.rooms.byUniqueKey(key);
    if (known) return this.#view(caller, known);
    await this.invitations.requireReachable(caller, userId);

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

  /** @throws AppError `not_found`, or `forbidden` for all but owners and moderators; only owners may restore */
  async update(caller: Caller, roomId: string, input: UpdateRoom): Promise<Room> {
    const { name, topic, avatarAttachmentId, archived } = input;
    if (archived === false) await this.access.requireOwner(caller.userId, roomId);
    else await this.access.requireModerator(caller.userId, roomId);

    const changes = {
      ...(name !== undefined && { name }),
      ...(topic !== undefined && { topic: topic || null }),
      ...(archived === false && { archivedAt: null }),
    };
    const room = await this.database.write(async (tx) => {
      await lockRows(tx, 'rooms', [roomId]);
      const isRestored = archived === false && (await this.rooms.byId(roomId, tx))!.archivedAt !== null;
      if (isRestored) await this.audit.record(tx, caller, { action: 'room.restored', roomId });
      const picture = await this.#newPicture(tx, caller, roomId, avatarAttachmentId);
      return this.rooms.change(tx, roomId, { ...changes, ...picture });
    });

    if (avatarAttachmentId !== undefined) this.avatars.replaced();
    await this.news.updated(room);

    return this.#view(caller, room);
  }

  /** Ends a room: it can be read, but not written to. @throws AppError `not_found`, or `forbidden` for non-owners */
  async archive(caller: Caller, roomId: string): Promise<Room> {
    await this.access.requireOwner(caller.userId, roomId);

    const archivedAt = Date.now();
    const room = await this.database.writeLast(async (tx) => {
      await this.audit.record(tx, caller, { action: 'room.archived', roomId });
      return this.rooms.change(tx, roomId, { archivedAt });
    });

    await this.news.updated(room);

    return this.#view(caller, room);
  }

  async #newPicture(
    tx: Transaction,
    { userId }: Caller,
    roomId: string,
    id: string | null | undefined,
  ): Promise<{ avatarId?: string | null }> {
    if (id === undefined) return {};
    const room = (await this.rooms.byId(roomId, tx))!;
    return { avatarId: await this.avatars.ofRoom(tx, userId, room, id) };
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
