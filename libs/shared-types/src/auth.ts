import * as z from 'zod/mini';
import { Id, Timestamp } from './primitives.js';
import { User, Username } from './users.js';

export const Login = z.strictObject({ username: Username });

/** `token` is a signed JWT (`sub` user, `sid` session, `exp`), for `Authorization: Bearer` and the handshake. */
export const LoginResult = z.object({ user: User, token: z.string() });
export type LoginResult = z.infer<typeof LoginResult>;

/** One signed-in device. */
export const Session = z.object({
  id: Id,
  userAgent: z.nullable(z.string()),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SessionList = z.object({ items: z.array(Session) });
export const SessionPath = z.strictObject({ sessionId: Id });

export const SessionReady = z.object({ user: User, connectionId: z.string(), serverTime: Timestamp });
export const SessionRevoked = z.object({ reason: z.string() });
export const ServerDraining = z.object({ reconnectInMs: z.int() });
