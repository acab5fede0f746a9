import type { BusTopic, BusTopics } from './bus-topics.js';

export type BusHandler<Topic extends BusTopic> = (payload: BusTopics[Topic], nodeId: string) => void;

/** What is known here of the database, and may be changed by another node. */
export type Forgetful = {
  /** Nothing is known any more. */
  forgetEverything(): void;
  /** Nothing is known, and nothing is kept. */
  suspend(): void;
  resume(): void;
};

/**
 * How nodes on one database tell each other what each of them has done. The node that publishes has acted already and
 * does not hear itself; the others hear all that any node publishes in one order, the same for all of them.
 *
 * It is news, not the truth: that is in the database. Who may have missed some is told so (`onMissed`).
 */
export abstract class Bus {
  /** This process, for as long as it runs. */
  abstract readonly nodeId: string;
  /** Whether there may be other nodes. */
  abstract readonly isShared: boolean;
  /** Whether the others are heard, and hear this node. */
  abstract readonly isUp: boolean;
  /** Of the nodes that are alive, one: for what any of them could do and only one should. */
  abstract readonly isFirst: boolean;

  /** Neither throws nor waits: what the others cannot be told now they will know that they missed. */
  abstract publish<Topic extends BusTopic>(topic: Topic, payload: BusTopics[Topic]): void;

  /** What other nodes publish; to be called before the start. */
  abstract on<Topic extends BusTopic>(topic: Topic, handler: BusHandler<Topic>): void;

  /** Settles when all that any node published until now is heard here, or at once when nothing can be heard. */
  abstract settled(): Promise<void>;

  /**
   * Settles when all other nodes have heard what this one published until now; after a second at the latest, and at
   * once when they cannot be told. What takes a right away waits for it before it says that it is done.
   */
  abstract heard(): Promise<void>;

  /** Holds this cache to what is heard: it is empty while nothing is, and emptied when something was missed. */
  abstract guard(cache: Forgetful): void;

  /** Something of the others was missed: whoever follows it has to catch up from the database. */
  abstract onMissed(listener: () => void): void;

  /** The others are heard for the first time, or again. */
  abstract onUp(listener: () => void): void;

  /** A node said farewell, or nothing at all for the time of its lease. */
  abstract onGone(listener: (nodeId: string) => void): void;
}
