import { shared } from './addresses.js';
import { Messenger } from './messenger.js';

/** Playwright calls what this answers after the last test. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const messenger = await Messenger.start(shared);
  return () => messenger.stop();
}
