import { Database } from '../src/infra/database/database.js';
import type { Server } from './server.js';

/** Keeps the writer busy, so that all that is asked meanwhile comes into one commit, in the order of asking. */
export function holdWriter(server: Server): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  void server.api.app.get(Database).write(() => held);
  return release;
}
