import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { SessionSecret } from '../../config/session-secret.js';
import type { SessionEntity } from './session.entity.js';

const ALGORITHM = 'HS256';
const ISSUER = 'parley';

/** What a token says once its signature and time hold. `expiresAt` in milliseconds since 1970. */
export type TokenClaims = { userId: string; sessionId: string; expiresAt: number };

/** Session tokens: JWTs (RFC 7519) signed with the server's own key, algorithm and issuer pinned. */
@Injectable()
export class SessionTokens {
  constructor(private readonly secret: SessionSecret) {}

  sign({ id, userId, createdAt, expiresAt }: SessionEntity): Promise<string> {
    return new SignJWT({ sid: id })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(Math.floor(createdAt / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.secret.key);
  }

  /** Null for whatever is not a token of ours, or no longer good. */
  async verify(token: string): Promise<TokenClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.secret.key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
      });
      const { sub, sid, exp } = payload;
      if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null;
      return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
    } catch {
      return null;
    }
  }
}
