/** Values by name, as they were kept. */
export type Kept = ReadonlyMap<string, unknown>;

export interface Keeping {
  put: readonly (readonly [name: string, value: unknown])[];
  remove: readonly string[];
}

/**
 * What a device keeps of the person who uses it, so that a page opens without a network. It holds one person's
 * values only: keeping something of another one wipes what was there.
 */
export interface DeviceStore {
  /** All values, and whose they are; undefined when there is nothing. */
  load(): Promise<{ userId: string; kept: Kept } | undefined>;
  /** False if nothing of this person was there before. */
  keep(userId: string, keeping: Keeping): Promise<boolean>;
  wipe(): Promise<void>;
}

/** Keeps values for as long as the process lives: for tests. */
export const memoryDeviceStore = (): DeviceStore => {
  let owner: string | undefined;
  const values = new Map<string, unknown>();
  return {
    load: async () => (owner === undefined ? undefined : { userId: owner, kept: new Map(values) }),
    keep: async (userId, { put, remove }) => {
      const isSame = owner === userId;
      if (!isSame) values.clear();
      owner = userId;
      for (const [name, value] of put) values.set(name, structuredClone(value));
      for (const name of remove) values.delete(name);
      return isSame;
    },
    wipe: async () => {
      owner = undefined;
      values.clear();
    },
  };
};
