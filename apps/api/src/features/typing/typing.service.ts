import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TYPING_TIMEOUT_MS } from '@parley/shared-types';
import { Coalescer } from '../../common/coalescer.js';
import type { Caller } from '../../common/caller.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { RoomAccess } from '../members/room-access.js';

const TYPING_INTERVAL_MS = 250;

/** Who is typing where, for as long as they say so. Nothing of it is stored. */
@Injectable()
export class TypingService implements OnModuleDestroy {
  /** Room → person → the end of their typing. */
  readonly #typing = new Map<string, Map<string, NodeJS.Timeout>>();
  readonly #news: Coalescer<true>;

  constructor(
    private readonly access: RoomAccess,
    private readonly broadcaster: Broadcaster,
  ) {
    this.#news = new Coalescer(TYPING_INTERVAL_MS, (roomId) => this.#tell(roomId));
  }

  onModuleDestroy(): void {
    this.#news.close();
    for (const people of this.#typing.values()) people.forEach((timer) => clearTimeout(timer));
  }

  /** Lasts five seconds unless renewed. @throws AppError `not_found` or `forbidden` */
  async start({ userId }: Caller, roomId: string): Promise<Record<string, never>> {
    await this.access.requireWriter(userId, roomId);

    const people = this.#typing.get(roomId) ?? new Map<string, NodeJS.Timeout>();
    clearTimeout(people.get(userId));
    people.set(
      userId,
      setTimeout(() => this.#end(roomId, userId), TYPING_TIMEOUT_MS),
    );
    this.#typing.set(roomId, people);

    // Renewals too: whoever hears nothing for a while takes it that the typing has ended.
    this.#news.add(roomId, 'typing', true);

    return {};
  }

  async stop({ userId }: Caller, roomId: string): Promise<Record<string, never>> {
    await this.access.requireMember(userId, roomId);

    this.#end(roomId, userId);

    return {};
  }

  #end(roomId: string, userId: string): void {
    const people = this.#typing.get(roomId);
    if (!people?.has(userId)) return;
    clearTimeout(people.get(userId));
    people.delete(userId);
    if (people.size === 0) this.#typing.delete(roomId);
    this.#news.add(roomId, 'typing', true);
  }

  #tell(roomId: string): void {
    if (this.broadcaster.isQuiet(roomId)) return;
    const userIds = [...(this.#typing.get(roomId)?.keys() ?? [])];
    this.broadcaster.toRoom(roomId, 'typing:updated', { roomId, userIds });
  }
}
