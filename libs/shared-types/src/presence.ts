import * as z from 'zod/mini';
import { Id, Timestamp } from './primitives.js';

/** What others see. A person with no connection is `offline`, whatever they chose. */
export const PresenceStatus = z.enum(['online', 'away', 'dnd', 'offline']);
export type PresenceStatus = z.infer<typeof PresenceStatus>;

/** What a person may choose for as long as they are connected. */
export const SetPresence = z.strictObject({ status: z.enum(['online', 'away', 'dnd']) });
export type ChosenStatus = z.infer<typeof SetPresence>['status'];

export const Presence = z.object({
  userId: Id,
  status: PresenceStatus,
  lastSeenAt: z.nullable(Timestamp),
});
export type Presence = z.infer<typeof Presence>;

export const PresenceUpdated = z.object({ users: z.array(Presence) });
