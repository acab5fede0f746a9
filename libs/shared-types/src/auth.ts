import * as z from 'zod/mini';
import { MAX_PASSWORD_LENGTH, MAX_TOKEN_LENGTH, MIN_PASSWORD_LENGTH } from './limits.js';
import { Id, text, Timestamp } from './primitives.js';
import { User, Username } from './users.js';

/**
 * `open`: a name is enough, unless it has a password. `claim`: the first browser to use a name keeps it. `password`:
 * every account has one. `external`: another system says who somebody is.
 */
export const AuthMode = z.enum(['open', 'claim', 'password', 'external']);
export type AuthMode = z.infer<typeof AuthMode>;

/** How one signs in here; `external` is also true beside another mode, when tokens of another system are taken. */
export const SignInRules = z.object({ mode: AuthMode, external: z.boolean() });
export type SignInRules = z.infer<typeof SignInRules>;

/** Compared after NFKC (RFC 8265), so that the same keys on another keyboard are the same password. */
export const NewPassword = text(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH);
const GivenPassword = text(0, MAX_PASSWORD_LENGTH);
const GivenCode = text(0, MAX_PASSWORD_LENGTH);

/** A recovery code opens a name once, in place of its password or of the browser that keeps it. */
export const Login = z.strictObject({
  username: Username,
  password: z.optional(GivenPassword),
  recoveryCode: z.optional(GivenCode),
});

/** What is told of the field `password` when the name is new and every account has one: it can be chosen now. */
export const NEW_NAME_NEEDS_PASSWORD = 'A new name needs a password.';

/** A JWT of the other system: `sub` is who it is there, `name` and `picture` how they are shown here. */
export const ExternalLogin = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(MAX_TOKEN_LENGTH)),
});

const RecoveryCodes = z.array(z.string());

/**
 * `token` is a signed JWT (`sub` user, `sid` session, `exp`), for `Authorization: Bearer` and the handshake.
 * `recoveryCodes` come once, with what made them necessary: keep them.
 */
export const LoginResult = z.object({
  user: User,
  token: z.string(),
  recoveryCodes: z.optional(RecoveryCodes),
});
export type LoginResult = z.infer<typeof LoginResult>;

/** `current`: the password until now, where there is one. The other devices are signed out. */
export const SetPassword = z.strictObject({ current: z.optional(GivenPassword), password: NewPassword });
export const MakeRecoveryCodes = z.strictObject({ current: z.optional(GivenPassword) });
export const NewRecoveryCodes = z.object({ recoveryCodes: RecoveryCodes });

/** What keeps my name mine. */
export const MyCredentials = z.object({
  hasPassword: z.boolean(),
  /** Another system says who I am: there is no password here. */
  isExternal: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type MyCredentials = z.infer<typeof MyCredentials>;

/** One signed-in device. `lastUsedAt` is right to a few minutes. */
export const Session = z.object({
  id: Id,
  userAgent: z.nullable(z.string()),
  createdAt: Timestamp,
  lastUsedAt: Timestamp,
  expiresAt: Timestamp,
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const SessionList = z.object({ items: z.array(Session) });
export const SessionPath = z.strictObject({ sessionId: Id });

export const SessionReady = z.object({ user: User, connectionId: z.string(), serverTime: Timestamp });
export const SessionRevoked = z.object({ reason: z.string() });
export const ServerDraining = z.object({ reconnectInMs: z.int() });
