import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { MAX_DISPLAY_NAME_LENGTH } from '@parley/shared-types';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import type { ExternalProfile } from '../users/users.service.js';

const PUBLIC_KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];
const FETCH_TIMEOUT_MS = 5_000;
const MAX_SUBJECT_LENGTH = 255;
const MAX_PICTURE_LENGTH = 500;

/** Somebody, as the other system says; `expiresAt` in milliseconds since 1970. */
export type ExternalIdentity = ExternalProfile & { expiresAt: number };

/**
 * Tokens of another system: JWTs (RFC 7519) signed with a secret that both know, or with a key that it publishes
 * (RFC 7517). Algorithms are pinned by which of the two is set; what a token says of its own key counts for nothing.
 */
@Injectable()
export class ExternalTokens {
  readonly #verify: ((token: string) => Promise<JWTPayload>) | null;

  constructor(@Inject(ENV) env: Env) {
    this.#verify = verifierOf(env);
  }

  get areTaken(): boolean {
    return this.#verify !== null;
  }

  /** Null for whatever is not a good token of that system, or while its keys cannot be had. */
  async verify(token: string): Promise<ExternalIdentity | null> {
    const payload = await this.#verify?.(token).catch(() => null);
    return payload ? identityOf(payload) : null;
  }
}

function verifierOf(env: Env): ((token: string) => Promise<JWTPayload>) | null {
  const wanted = {
    requiredClaims: ['sub', 'exp'],
    ...(env.EXTERNAL_JWT_ISSUER && { issuer: env.EXTERNAL_JWT_ISSUER }),
    ...(env.EXTERNAL_JWT_AUDIENCE && { audience: env.EXTERNAL_JWT_AUDIENCE }),
  };
  if (env.EXTERNAL_JWKS_URL) {
    const options = { timeoutDuration: FETCH_TIMEOUT_MS };
    const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(env.EXTERNAL_JWKS_URL), options);
    const algorithms = PUBLIC_KEY_ALGORITHMS;
    return (token) => jwtVerify(token, keys, { ...wanted, algorithms }).then(({ payload }) => payload);
  }
  if (env.EXTERNAL_JWT_SECRET) {
    const secret = Buffer.from(env.EXTERNAL_JWT_SECRET);
    const algorithms = ['HS256'];
    return (token) => jwtVerify(token, secret, { ...wanted, algorithms }).then(({ payload }) => payload);
  }
  return null;
}

function identityOf({ sub, exp, name, picture }: JWTPayload): ExternalIdentity | null {
  if (!sub || sub.length > MAX_SUBJECT_LENGTH || /[\p{Cc}\p{Surrogate}]/u.test(sub)) return null;
  return {
    externalId: sub,
    name: shownName(name) || sub.slice(0, MAX_DISPLAY_NAME_LENGTH),
    picture: pictureOf(picture),
    expiresAt: exp! * 1000,
  };
}

/** On one line, well-formed, and no longer than what people may call themselves. */
const shownName = (given: unknown): string =>
  typeof given === 'string'
    ? given
        .slice(0, MAX_DISPLAY_NAME_LENGTH)
        .replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')
        .trim()
    : '';

/** Over http a picture would tell everybody on the way who looks at whom. */
const pictureOf = (given: unknown): string | null =>
  typeof given === 'string' &&
  given.length <= MAX_PICTURE_LENGTH &&
  given.startsWith('https://') &&
  URL.canParse(given)
    ? given
    : null;
