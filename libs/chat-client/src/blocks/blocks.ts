import { replaceEqualDeep } from '@tanstack/query-core';

interface BlocksOptions {
  fetch: () => Promise<string[]>;
  read: () => readonly string[] | undefined;
  write: (userIds: readonly string[]) => void;
}

/** Whom I block, by id. What was told is newer than what was asked for before it. */
export class Blocks {
  private timesTold = 0;

  constructor(private readonly options: BlocksOptions) {}

  /** What a server render or this device knew; never replaces something newer. */
  adopt(userIds: readonly string[] | undefined) {
    if (userIds && !this.options.read()) this.options.write(userIds);
  }

  receive(userIds: readonly string[]) {
    this.timesTold += 1;
    this.put(userIds);
  }

  /** A failure changes nothing: the next connection asks again. */
  async refetch() {
    const before = this.timesTold;
    const userIds = await this.options.fetch().catch(() => undefined);
    if (userIds && this.timesTold === before) this.put(userIds);
  }

  private put(userIds: readonly string[]) {
    this.options.write(replaceEqualDeep(this.options.read(), userIds));
  }
}
