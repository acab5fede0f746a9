import { sharedBy, WORKERS } from './addresses.js';
import { Messenger } from './messenger.js';

/** Playwright calls what this answers after the last test. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const workers = Array.from({ length: WORKERS }, (_, worker) => worker);
  const messengers = await Promise.all(workers.map((worker) => Messenger.start(sharedBy(worker))));
  return async () => {
    await Promise.all(messengers.map((messenger) => messenger.stop()));
  };
}
