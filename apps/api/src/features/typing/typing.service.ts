import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Coalescer } from '../../common/coalescer.js';
import type { Caller } from '../../common/caller.js';
import { Bus } from '../../infra/bus/bus.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { RoomAccess } from '../members/room-access.js';
import { Typists } from './typists.js';

const TYPING_INTERVAL_MS = 250;

/**
 * Who is typing where, for as long as they say so. Nothing of it is stored. Each node knows of all; the one through which
 * somebody types tells, so that two do not tell the same.
 */
@Injectable()
export class TypingService implements OnModuleDestroy {
  readonly #here = new Typists();
  readonly #elsewhere = new Typists();
  readonly #news: Coalescer<true>;

  constructor(
    private readonly access: RoomAccess,
    private readonly broadcaster: Broadcaster,
    private readonly bus: Bus,
  ) {
    this.#news = new Coalescer(TYPING_INTERVAL_MS, (roomId) => this.#tell(roomId));
    bus.on('typing:changed', ({ roomId, userId, isTyping }) => {
      if (isTyping) this.#elsewhere.start(roomId, userId);
      else this.#elsewhere.stop(roomId, userId);
      // Who began here a moment ago was told without them, perhaps after they were.
      if (this.#here.in(roomId).length > 0) this.#news.add(roomId, 'typing', true);
    });
  }

  onModuleDestroy(): void {
    this.#news.close();
    this.#here.close();
    this.#elsewhere.close();
  }

  /** Lasts five seconds unless renewed. @throws AppError `not_found` or `forbidden` */
  async start({ userId }: Caller, roomId: string): Promise<Record<string, never>> {
    await this.access.requireWriter(userId, roomId);

    this.#here.start(roomId, userId, () => this.#changed(roomId, userId, false));

    // Renewals too: whoever hears nothing for a while takes it that the typing has ended.
    this.#changed(roomId, userId, true);

    return {};
  }

  async stop({ userId }: Caller, roomId: string): Promise<Record<string, never>> {
    await this.access.requireMember(userId, roomId);

    if (this.#here.stop(roomId, userId)) this.#changed(roomId, userId, false);

    return {};
  }

  #changed(roomId: string, userId: string, isTyping: boolean): void {
    this.bus.publish('typing:changed', { roomId, userId, isTyping });
    this.#news.add(roomId, 'typing', true);
  }

  #tell(roomId: string): void {
    if (this.broadcaster.isQuiet(roomId)) return;
    const userIds = [...new Set([...this.#here.in(roomId), ...this.#elsewhere.in(roomId)])];
    this.broadcaster.toRoom(roomId, 'typing:updated', { roomId, userIds });
  }
}
