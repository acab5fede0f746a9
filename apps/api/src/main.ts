import 'reflect-metadata';
import { startApi } from './app.js';
import { BadSettings, loadEnv } from './config/env.js';
import { DatabaseInUse } from './infra/database/file-lock.js';
import { DatabaseNotReady } from './infra/database/not-ready.js';
import { ForeignSchema } from './infra/database/sqlite.js';

const ANTICIPATED = [BadSettings, DatabaseInUse, DatabaseNotReady, ForeignSchema];

/** A process that cannot drain in time ends anyway. */
const DRAIN_LIMIT_MS = 9_000;

try {
  const starting = startApi(loadEnv());

  const stop = () => {
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    starting
      .then((api) => api.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(explain(error));
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by a supervisor that died: nobody is left to stop this process.
  process.on('disconnect', stop);
  if (process.connected === false) stop();

  await starting;
  if (process.connected) process.send?.({ ready: true });
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** What stops a start is told in a line, save what nobody expected. */
function explain(error: unknown): unknown {
  if (ANTICIPATED.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use. Stop what uses it, or set PORT to another one.`;
  if (code === 'EACCES' && port)
    return `Port ${port} may not be used by this account. Set PORT to another one.`;
  return error;
}
