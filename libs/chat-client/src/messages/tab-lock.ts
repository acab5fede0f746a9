const nameOf = (tabId: string) => `parley-outbox-${tabId}`;

const locks = () => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Whether closed tabs can be told from living ones. */
export const canTellTabs = (): boolean => locks() !== undefined;

/** Says that this tab lives, until it is closed or `release` is called. */
export const holdTabLock = (tabId: string): (() => void) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  void locks()?.request(nameOf(tabId), () => released);
  return () => release();
};

/**
 * Runs `adopt` if the given tab is gone, so that no two tabs adopt the same entries at once. Insecure origins have
 * no Web Locks: there every tab counts as gone, and a message sent by two tabs is stored once by its `clientId`.
 */
export const ifTabIsGone = async (tabId: string, adopt: () => Promise<void>): Promise<void> => {
  const available = locks();
  if (!available) return adopt();
  await available.request(nameOf(tabId), { ifAvailable: true }, async (lock) => {
    if (lock) await adopt();
  });
};
