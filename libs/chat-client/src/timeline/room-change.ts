import type { Message } from '@parley/shared-types';
import type { Fact } from '../connection/fact.js';
import type { RoomChange } from './timeline-cache.js';

type Located = { roomId: string; change: RoomChange };

const one = (roomId: string, version: number, messages: readonly Message[] = []): Located => ({
  roomId,
  change: { from: version, to: version, messages },
});

/** What a fact did to the versions of a room; undefined for facts that have no version. */
export const roomChangeOf = (fact: Fact): Located | undefined => {
  switch (fact.name) {
    case 'message:created': {
      const { roomId, version, messages } = fact.payload;
      return { roomId, change: { from: messages[0]?.version ?? version, to: version, messages } };
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
