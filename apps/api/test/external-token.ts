import { SignJWT, type JWTPayload } from 'jose';

/** The settings of a server that takes tokens of another system. */
export const EXTERNAL = {
  EXTERNAL_JWT_SECRET: 'a secret that both of the systems know',
  EXTERNAL_JWT_ISSUER: 'https://shop.example',
  EXTERNAL_JWT_AUDIENCE: 'parley',
};

/** A token as that system signs it; `claims` may say anything else. */
export function externalToken(claims: JWTPayload, expires: string | number = '1h'): Promise<string> {
  const { EXTERNAL_JWT_SECRET, EXTERNAL_JWT_ISSUER: iss, EXTERNAL_JWT_AUDIENCE: aud } = EXTERNAL;
  return new SignJWT({ iss, aud, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expires)
    .sign(Buffer.from(EXTERNAL_JWT_SECRET));
}
