import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from './env.js';

/** The key that signs session tokens: `SESSION_SECRET`, or one made on first start and kept in `secrets.json`. */
export class SessionSecret {
  private constructor(readonly key: Uint8Array) {}

  static of(env: Env): SessionSecret {
    return new SessionSecret(Buffer.from(env.SESSION_SECRET ?? ownSecret(env.DATA_DIR)));
  }
}

function ownSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'secrets.json');
  const fresh = JSON.stringify({ sessionSecret: randomBytes(48).toString('base64url') });
  try {
    // `wx` lets the first of two starting processes win; the other reads what it wrote.
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { sessionSecret: string }).sessionSecret;
}
