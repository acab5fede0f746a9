import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { drafts } from './drafts.js';
import type { Place } from './node.js';
import type { Random } from './random.js';
import type { Draft, Sender, SenderLog } from './sender.js';
import type { Session } from './sign-in.js';

const LONGEST_PAUSE_MS = 15;
const RETRY_MS = 50;

const senders: RestSender[] = [];
afterEach(() => senders.splice(0).forEach((sender) => sender.giveUp()));

/** Posts one message after the other over REST, each again and again until it is answered. */
export class RestSender implements Sender {
  readonly log: SenderLog = { sent: [], acked: [], refused: [] };
  isSettled = true;
  unanswered = 0;
  /** Whoever knows that a node drains and still opens connections to it may find the door closed. */
  isForewarned = false;
  readonly #write: () => Draft;
  #isWriting = false;
  #hasGivenUp = false;

  constructor(
    private readonly node: Place,
    private readonly session: Session,
    readonly name: string,
    roomIds: string[],
    private readonly random: Random,
  ) {
    this.#write = drafts(name, session.user.id, roomIds, random);
    senders.push(this);
  }

  start(): void {
    this.#isWriting = true;
    void this.#run();
  }

  stop(): void {
    this.#isWriting = false;
  }

  /** Leaves unposted what no server takes. */
  giveUp(): void {
    this.stop();
    this.#hasGivenUp = true;
  }

  async #run(): Promise<void> {
    while (this.#isWriting) {
      const draft = this.#write();
      this.log.sent.push(draft);
      this.isSettled = false;
      while (!(await this.#isPosted(draft)) && !this.#hasGivenUp) await delay(RETRY_MS);
      this.isSettled = true;
      await delay(this.random.between(0, LONGEST_PAUSE_MS));
    }
  }

  async #isPosted({ roomId, clientId, body }: Draft): Promise<boolean> {
    const { url } = this.node;
    const isOwed = !this.isForewarned;
    try {
      const given = { roomId, clientId, body };
      this.log.acked.push(await callRoute(url, this.session.token, 'postMessage', given));
      return true;
    } catch (error) {
      if (error instanceof Refusal) this.log.refused.push(error.code);
      else if (isOwed) this.unanswered++;
      return false;
    }
  }
}
