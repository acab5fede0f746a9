import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { drafts } from './drafts.js';
import type { Node } from './node.js';
import type { Random } from './random.js';
import type { Draft, Sender, SenderLog } from './sender.js';
import type { Session } from './sign-in.js';

const LONGEST_PAUSE_MS = 15;
const RETRY_MS = 50;

/** Posts one message after the other over REST, each again and again until it is answered. */
export class RestSender implements Sender {
  readonly log: SenderLog = { sent: [], acked: [], refused: [] };
  isSettled = true;
  readonly #write: () => Draft;
  #isWriting = false;

  constructor(
    private readonly node: Node,
    private readonly session: Session,
    readonly name: string,
    roomIds: string[],
    private readonly random: Random,
  ) {
    this.#write = drafts(name, session.user.id, roomIds, random);
  }

  start(): void {
    this.#isWriting = true;
    void this.#run();
  }

  stop(): void {
    this.#isWriting = false;
  }

  async #run(): Promise<void> {
    while (this.#isWriting) {
      const draft = this.#write();
      this.log.sent.push(draft);
      this.isSettled = false;
      while (!(await this.#isPosted(draft))) await delay(RETRY_MS);
      this.isSettled = true;
      await delay(this.random.between(0, LONGEST_PAUSE_MS));
    }
  }

  async #isPosted({ roomId, clientId, body }: Draft): Promise<boolean> {
    const { url } = this.node;
    try {
      const given = { roomId, clientId, body };
      this.log.acked.push(await callRoute(url, this.session.token, 'postMessage', given));
      return true;
    } catch (error) {
      if (error instanceof Refusal) this.log.refused.push(error.code);
      return false;
    }
  }
}
