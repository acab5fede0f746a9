import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';
import { SessionSecret } from '../../config/session-secret.js';

const ALGORITHM = 'HS256';
const ISSUER = 'parley-operator';
const LIFETIME = '5m';

/**
 * Proof that a call comes from whoever can read the server's secrets, which is its operator. Signed with a key of
 * its own made of the session key, so that neither kind of token ever passes for the other.
 */
@Injectable()
export class OperatorTokens {
  readonly #key: Uint8Array;

  constructor(secret: SessionSecret) {
    this.#key = createHmac('sha256', secret.key).update(ISSUER).digest();
  }

  sign(): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(this.#key);
  }

  verify(token: string): Promise<boolean> {
    const wanted = { algorithms: [ALGORITHM], issuer: ISSUER, requiredClaims: ['exp'] };
    return jwtVerify(token, this.#key, wanted).then(
      () => true,
      () => false,
    );
  }
}
