import type { FileWays } from '../messages/outbox-files.js';

/** For an outbox that sends none. */
export const noFiles: FileWays = {
  upload: () => Promise.reject(new Error('There are no files here.')),
  drop: () => undefined,
  notKept: () => undefined,
};
