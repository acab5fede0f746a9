import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SMALL_ROOM_MEMBERS, type ReadResult, type Receipt } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';
import { Coalescer } from '../../common/coalescer.js';
import { Broadcaster } from '../../infra/realtime/broadcaster.js';
import { RoomAccess } from '../members/room-access.js';
import { ReceiptLog, type Standing } from './receipt-log.js';

const RECEIPTS_INTERVAL_MS = 250;

@Injectable()
export class ReceiptsService implements OnModuleDestroy {
  readonly #receipts: Coalescer<Receipt>;

  constructor(
    private readonly access: RoomAccess,
    private readonly log: ReceiptLog,
    private readonly broadcaster: Broadcaster,
  ) {
    this.#receipts = new Coalescer(RECEIPTS_INTERVAL_MS, (roomId, receipts) =>
      this.broadcaster.toRoom(roomId, 'receipt:updated', { roomId, receipts }),
    );
  }

  onModuleDestroy(): void {
    this.#receipts.close();
  }

  /** Moves the caller's read pointer forward, never back. @throws AppError `not_found` or `forbidden` */
  async read(caller: Caller, roomId: string, seq: number): Promise<ReadResult> {
    const { userId, connectionId } = caller;
    await this.access.requireMember(userId, roomId);

    const standing = await this.log.move({ roomId, userId, readSeq: seq });
    const result = toResult(standing);

    if (standing.hasMoved) {
      this.#tell(standing);
      this.broadcaster.toOtherDevices(userId, connectionId, 'unread:updated', { roomId, ...result });
    }

    return result;
  }

  /**
   * Moves the caller's read pointer back to before a message. Only their own devices are told: what others have
   * seen as read stays read. @throws AppError `not_found` or `forbidden`
   */
  async unread(caller: Caller, roomId: string, seq: number): Promise<ReadResult> {
    const { userId, connectionId } = caller;
    await this.access.requireMember(userId, roomId);

    const standing = await this.log.move({ roomId, userId, unreadFrom: seq });
    const result = toResult(standing);

    if (standing.hasMoved) {
      this.broadcaster.toOtherDevices(userId, connectionId, 'unread:updated', { roomId, ...result });
    }

    return result;
  }

  /** Moves the caller's delivered pointer forward, never back. @throws AppError `not_found` or `forbidden` */
  async delivered(caller: Caller, roomId: string, seq: number): Promise<{ deliveredSeq: number }> {
    await this.access.requireMember(caller.userId, roomId);

    const standing = await this.log.move({ roomId, userId: caller.userId, deliveredSeq: seq });

    if (standing.hasMoved) this.#tell(standing);

    return { deliveredSeq: standing.deliveredSeq };
  }

  /** In larger rooms a receipt for everybody from everybody would cost more than all messages. */
  #tell({ roomId, userId, deliveredSeq, seenSeq, room }: Standing): void {
    if (room.kind === 'channel' || room.memberCount > SMALL_ROOM_MEMBERS) return;
    this.#receipts.add(roomId, userId, { userId, deliveredSeq, readSeq: seenSeq });
  }
}

const toResult = ({ readSeq, readEpoch, lastSeq, mentionCount }: Standing): ReadResult => ({
  readSeq,
  readEpoch,
  unreadCount: lastSeq - readSeq,
  mentionCount,
});
