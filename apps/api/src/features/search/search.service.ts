import { Injectable } from '@nestjs/common';
import { plainText } from '@parley/message-text';
import type { Message, Room, SearchPage, SearchQuery } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { toMessage } from '../messages/message-row.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { RoomViews } from '../rooms/room-views.js';
import { RoomsRepository } from '../rooms/rooms.repository.js';
import { UsersService } from '../users/users.service.js';
import { SearchIndex } from './search-index.js';
import { parseQuery, saysNothing } from './search-query.js';
import { SearchScope } from './search-scope.js';
import { snippetOf } from './snippet.js';

const NOTHING: SearchPage = { items: [], nextCursor: null, users: [] };

@Injectable()
export class SearchService {
  constructor(
    private readonly scope: SearchScope,
    private readonly index: SearchIndex,
    private readonly messages: MessagesRepository,
    private readonly rooms: RoomsRepository,
    private readonly views: RoomViews,
    private readonly users: UsersService,
  ) {}

  /**
   * Messages in the caller's rooms, the latest first. The index only says where to look: rights and messages are
   * read as they are now.
   * @throws AppError `not_found` or `forbidden` for a room that the caller may not read
   */
  async search(caller: Caller, query: SearchQuery): Promise<SearchPage> {
    const { roomId, limit, cursor } = query;
    const asked = parseQuery(query.q);
    const from = [...asked.from, ...(query.from ? [query.from] : [])];
    const before = [...asked.before, ...(query.before ? [Date.parse(query.before)] : [])];
    const after = [...asked.after, ...(query.after ? [Date.parse(query.after)] : [])];
    const beforeId = cursor && String(decodeCursor(cursor, ['string'])[0]);
    const scope = await this.scope.of(caller, { roomId, from, rooms: asked.in });
    if (saysNothing(asked) || !scope) return NOTHING;

    const ids = await this.index.find({
      ...scope,
      phrases: asked.phrases,
      has: asked.has,
      before: before.length > 0 ? Math.min(...before) : undefined,
      after: after.length > 0 ? Math.max(...after) : undefined,
      beforeId,
      limit: limit + 1,
    });
    const page = toPage(ids, limit, (id) => [id]);
    const messages = await this.#readable(page.items, new Set(scope.roomIds));
    const roomOf = await this.#roomsOf(caller, messages);
    const people = new Set(messages.flatMap(({ senderId, mentions }) => [senderId, ...mentions]));

    return {
      items: messages.map((message) => ({
        message,
        room: roomOf.get(message.roomId)!,
        ...snippetOf(shownText(message), asked.phrases),
      })),
      nextCursor: page.nextCursor,
      users: await this.users.byIds([...people]),
    };
  }

  /** The messages in the order of the ids; the index may not have heard yet that one is gone. */
  async #readable(ids: string[], roomIds: Set<string>): Promise<Message[]> {
    const rows = await this.messages.byIds(ids);
    const messageOf = new Map(rows.map((row) => [row.id, toMessage(row)]));
    return ids
      .map((id) => messageOf.get(id)!)
      .filter((message) => message.deletedAt === null && roomIds.has(message.roomId));
  }

  async #roomsOf(caller: Caller, messages: Message[]): Promise<Map<string, Room>> {
    const rooms = await this.rooms.byIds([...new Set(messages.map(({ roomId }) => roomId))]);
    return new Map((await this.views.of(caller.userId, rooms)).map((room) => [room.id, room]));
  }
}

/** Files without a text are shown by their names. */
const shownText = ({ body, attachments }: Message): string =>
  body === '' ? attachments.map(({ name }) => name).join(', ') : plainText(body);
