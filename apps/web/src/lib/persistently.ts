const RETRY_MS = 2_000;
/** With a network, what failed so often is not there any more. */
const MOST_FAILURES = 3;

const later = () =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, RETRY_MS);
    addEventListener('online', done);
  });

/** Fetches something, again and again for as long as there is no network. */
export const persistently = async <Fetched>(load: () => Promise<Fetched>): Promise<Fetched> => {
  for (let failures = 1; ; failures += 1) {
    try {
      return await load();
    } catch (error) {
      if (navigator.onLine) {
        if (failures >= MOST_FAILURES) throw error;
      } else failures = 0;
      await later();
    }
  }
};
