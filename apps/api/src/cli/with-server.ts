import { isIP } from 'node:net';
import { startApi } from '../app.js';
import type { Env } from '../config/env.js';
import { SessionSecret } from '../config/session-secret.js';
import { OperatorTokens } from '../features/auth/operator-tokens.js';
import { DatabaseInUse } from '../infra/database/file-lock.js';
import { callsTo, type Call } from './rest-calls.js';

const LOOPBACK = '127.0.0.1';
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Works with the server of these settings' data: the one that runs, so that everyone who is connected sees what
 * becomes of it; or else one that is started for the moment, out of everybody's reach. There is one door either way.
 */
export async function withServer<Result>(env: Env, work: (call: Call) => Promise<Result>): Promise<Result> {
  const api = await startForTheMoment(env);
  try {
    const address = api ? `http://${LOOPBACK}:${api.port}` : addressOf(env);
    const token = await new OperatorTokens(SessionSecret.of(env)).sign();
    return await work(callsTo(address, token));
  } finally {
    await api?.stop();
  }
}

/** Null when a server has this data already. Asking first and starting then would leave a gap between the two. */
async function startForTheMoment(env: Env) {
  try {
    return await startApi({ ...env, PORT: 0, HOST: LOOPBACK, LOG_LEVEL: 'fatal' });
  } catch (error) {
    if (error instanceof DatabaseInUse) return null;
    throw error;
  }
}

function addressOf({ HOST, PORT }: Env): string {
  const host = HOST && !EVERY_ADDRESS.includes(HOST) ? HOST : LOOPBACK;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${PORT}`;
}
