import type { Message } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';

/**
 * What brought a room from version `from - 1` to version `to`: a fact, or the answer of `room:changes`. Without
 * messages when something else of the room changed.
 */
export interface RoomChange {
  readonly from: number;
  readonly to: number;
  readonly messages: readonly Message[];
  /** The messages that these quote. */
  readonly quoted: readonly Message[];
}

type Located = { roomId: string; change: RoomChange };

const one = (roomId: string, version: number, messages: readonly Message[] = []): Located => ({
  roomId,
  change: { from: version, to: version, messages, quoted: [] },
});

/** What a fact did to the versions of a room; undefined for facts that have no version. */
export const roomChangeOf = (fact: Fact): Located | undefined => {
  switch (fact.name) {
    case 'message:created': {
      const { roomId, version, messages, quoted } = fact.payload;
      return { roomId, change: { from: messages[0]?.version ?? version, to: version, messages, quoted } };
    }
    case 'message:updated':
    case 'message:deleted':
      return one(fact.payload.roomId, fact.payload.version, [fact.payload]);
    case 'room:updated':
      return one(fact.payload.id, fact.payload.version);
    case 'member:joined':
    case 'member:left':
      return one(fact.payload.roomId, fact.payload.version);
    default:
      return undefined;
  }
};
