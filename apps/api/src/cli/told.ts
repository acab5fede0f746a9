import { BadSettings } from '../config/env.js';
import { DatabaseInUse } from '../infra/database/file-lock.js';
import { DatabaseNotReady } from '../infra/database/not-ready.js';
import { ForeignSchema } from '../infra/database/sqlite.js';

/** A failure that its message explains. */
export class Told extends Error {}

const ANTICIPATED = [Told, BadSettings, DatabaseInUse, DatabaseNotReady, ForeignSchema];

/** What a person reads of a failure: its message, with the stack where nobody expected it. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What the system refuses (a file, a port) says itself which.
  const isSystem = typeof (error as NodeJS.ErrnoException).errno === 'number';
  if (isSystem || ANTICIPATED.some((kind) => error instanceof kind)) return error.message;
  return error.stack ?? error.message;
}
