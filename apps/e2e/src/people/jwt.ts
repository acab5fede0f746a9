import { createHmac } from 'node:crypto';

type Claims = Record<string, unknown>;

const part = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A JWT (RFC 7519), signed by HMAC-SHA256 whatever its header says. */
export function signedToken(claims: Claims, key: string | Buffer, header: Claims = { alg: 'HS256' }): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

/** The same without any signature. */
export const unsignedToken = (claims: Claims): string => `${part({ alg: 'none' })}.${part(claims)}.`;

export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims;

/** In seconds, as JWTs count. */
export const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
