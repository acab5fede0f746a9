type WokenJobOptions = {
  /** Also without being woken. */
  everyMs?: number;
  /** After a failure, unless it is woken before. */
  retryMs: number;
  onFailure: (error: unknown) => void;
};

/** Work beside the way of a request: it begins when it is woken, never twice at once, and comes back after a failure. */
export class WokenJob {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isWokenAgain = false;
  #isStopped = false;

  /** @param run does all that there is to do, as far as it is not `isStopped` */
  constructor(
    private readonly run: () => Promise<void>,
    private readonly options: WokenJobOptions,
  ) {}

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** There is something to do. Does not keep the caller waiting. */
  wake(): void {
    if (this.#running) this.#isWokenAgain = true;
    else this.#in(0);
  }

  /** Settles when nothing runs any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #in(ms: number | undefined): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || ms === undefined) return;
    this.#timer = setTimeout(() => {
      this.#isWokenAgain = false;
      this.#running = this.#runOnce();
    }, ms);
  }

  async #runOnce(): Promise<void> {
    let restMs = this.options.everyMs;
    try {
      await this.run();
    } catch (error) {
      this.options.onFailure(error);
      restMs = this.options.retryMs;
    }
    this.#running = null;
    this.#in(this.#isWokenAgain ? 0 : restMs);
  }
}
