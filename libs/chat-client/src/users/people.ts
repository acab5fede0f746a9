import { MAX_USERS_PER_PAGE, type User } from '@parley/shared-types';

/** Long enough to gather the ids of one burst of facts, in milliseconds. */
const GATHER_MS = 20;

interface PeopleOptions {
  fetch: (ids: string[]) => Promise<User[]>;
  isKnown: (userId: string) => boolean;
  put: (users: User[]) => void;
}

/** Asks for people by id: many at once, and nobody twice at the same time. */
export class People {
  private readonly wanted = new Set<string>();
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PeopleOptions) {}

  /** Makes sure that these people are known soon. */
  need(userIds: readonly string[]) {
    for (const userId of userIds) {
      if (!this.options.isKnown(userId) && !this.asked.has(userId)) this.wanted.add(userId);
    }
    if (this.wanted.size > 0) this.timer ??= setTimeout(() => void this.ask([...this.wanted]), GATHER_MS);
  }

  /** Asks again about people whose state may have changed unseen. */
  refresh(userIds: readonly string[]) {
    void this.ask([...userIds]);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async ask(userIds: string[]) {
    this.stop();
    for (const userId of userIds) {
      this.wanted.delete(userId);
      this.asked.add(userId);
    }
    for (let start = 0; start < userIds.length; start += MAX_USERS_PER_PAGE) {
      const ids = userIds.slice(start, start + MAX_USERS_PER_PAGE);
      // Nobody waits for this: whoever stays unknown is asked for again with their next message.
      const users = await this.options.fetch(ids).catch(() => []);
      for (const userId of ids) this.asked.delete(userId);
      this.options.put(users);
    }
  }
}
