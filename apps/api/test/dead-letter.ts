import { v7 as uuidv7 } from 'uuid';
import { Database } from '../src/infra/database/database.js';
import { DeadLettersRepository } from '../src/infra/queue/dead-letters.repository.js';
import type { Server } from './server.js';

/** Work that was given up, though there was nothing to do; or of a topic that nobody knows. */
export async function deadLetter(
  { api }: Server,
  topic = 'files.removed',
): Promise<{ deadLetterId: string }> {
  const id = uuidv7();
  const letter = { id, topic, payload: '{"fileIds":[]}', error: 'The bucket is gone' };
  await api.app.get(Database).write((tx) => api.app.get(DeadLettersRepository).keep(tx, letter));
  return { deadLetterId: id };
}
