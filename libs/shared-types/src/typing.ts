import * as z from 'zod/mini';
import { Id } from './primitives.js';

/** Everyone typing in the room now; a client leaves itself out. */
export const TypingUpdated = z.object({ roomId: Id, userIds: z.array(Id) });
export type TypingUpdated = z.infer<typeof TypingUpdated>;
