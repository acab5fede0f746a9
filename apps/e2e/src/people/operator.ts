import { createHmac } from 'node:crypto';
import type { User } from '@parley/shared-types';
import { SESSION_SECRET } from '../servers/session-secret.js';
import { secondsFromNow, signedToken } from './jwt.js';
import { call } from './rest.js';

const ISSUER = 'parley-operator';

/** As the operator's tool signs: with a key of its own, made of the session key. */
const operatorToken = () =>
  signedToken(
    { iss: ISSUER, exp: secondsFromNow(60) },
    createHmac('sha256', SESSION_SECRET).update(ISSUER).digest(),
  );

/** Makes somebody an admin. That ends their sessions: they sign in again. */
export const promote = async (url: string, user: User): Promise<void> => {
  await call(url, operatorToken(), 'adminSetRole', { userId: user.id, role: 'admin' });
};
