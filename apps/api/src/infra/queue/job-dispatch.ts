/**
 * How jobs that are due reach a worker. What an adapter promises (`queue.contract.ts` holds it to it):
 *
 * - Every job reaches a worker of some node, also when nobody is told of it (`wake`), when the worker or the node that
 *   had it dies, and when what stands between them dies and comes back with nothing.
 * - It hands out a job only while its topic has room, and may hand out what is done already: the runner knows.
 * - Whoever adds a job waits for none of it.
 */
export abstract class JobDispatch {
  /** Whether jobs reach workers now. */
  abstract readonly isUp: boolean;

  /** What it needs beside the database, as readiness names it. */
  abstract readonly dependency: string | null;

  /** Settles when jobs reach workers, or after a while: what it needs may be away. */
  abstract start(): Promise<void>;

  /** There is something to do. */
  abstract wake(): void;

  /** Settles when it hands out no more. */
  abstract stop(): Promise<void>;

  /** What was handed out has come to an end. */
  abstract close(): Promise<void>;
}
