import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) makeSecret(file);
  return (JSON.parse(readFileSync(file, 'utf8')) as { sessionSecret: string }).sessionSecret;
}

/** Written beside its place and moved there, so that a crash cannot leave half of one. */
function makeSecret(file: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const secrets = JSON.stringify({ sessionSecret: randomBytes(48).toString('base64url') });
  writeFileSync(unfinished, secrets, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(unfinished, file);
}
