import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Database, Transaction } from '../database/database.js';
import { DeadLettersRepository } from './dead-letters.repository.js';
import { NotToBeDone, type JobHandler } from './job.js';
import type { JobDispatch } from './job-dispatch.js';
import { JobRunner, type JobOptions } from './job-runner.js';
import { JobStore } from './job-store.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';

const TOPIC = 'files.removed';
type Handler = JobHandler<typeof TOPIC>;

/** Long enough to say "never". */
const NEVER_MS = 20_000;

export type OpenDispatch = (store: JobStore, runner: JobRunner) => JobDispatch;

export type QueueUnderTest = {
  /** Empty, with the tables of the entities. */
  database: Database;
  dispatch: OpenDispatch;
  close: () => Promise<void>;
};

/** One process that adds jobs and does them. */
export class Node {
  readonly jobs: Jobs;
  readonly deadLetters: DeadLettersRepository;
  readonly store: JobStore;

  constructor(
    readonly database: Database,
    open: OpenDispatch,
    run: Handler,
    options: JobOptions = {},
  ) {
    const repository = new JobsRepository(database);
    this.deadLetters = new DeadLettersRepository(database);
    this.store = new JobStore(database, repository, this.deadLetters, () => Promise.resolve());
    const runner = new JobRunner(this.store);
    this.jobs = new Jobs(repository, runner, open(this.store, runner));
    this.jobs.handle(TOPIC, run, options);
  }

  start(): this {
    void this.jobs.onApplicationBootstrap();
    return this;
  }

  stop(): Promise<void> {
    return this.jobs.beforeApplicationShutdown();
  }

  async add(fileIds: string[], dueAt?: number): Promise<void> {
    await this.database.write((tx) =>
      this.jobs.add(
        tx,
        TOPIC,
        fileIds.map((id) => ({ fileIds: [id] })),
        dueAt,
      ),
    );
    this.jobs.wake();
  }

  left(): Promise<{ id: string; attempts: number; error: string | null; died_at: number | null }[]> {
    return this.database.reads.query('SELECT id, attempts, error, died_at FROM jobs ORDER BY id');
  }

  dead() {
    return this.deadLetters.pageBefore(null, {}, 100);
  }
}

/** What every way to a worker promises: see `JobDispatch`. */
export function queueContract(open: () => Promise<QueueUnderTest>): void {
  let queue: QueueUnderTest;
  const nodes: Node[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    queue = await open();
    await queue.database.write((tx) => tx.query('CREATE TABLE effects (file VARCHAR(40) NOT NULL)'));
  }, 60_000);
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((node) => node.stop()));
    await queue.database.write(async (tx) => {
      await tx.query('DELETE FROM jobs');
      await tx.query('DELETE FROM effects');
    });
  });
  afterAll(() => queue.close());

  const node = (run: Handler, options?: JobOptions): Node => {
    const made = new Node(queue.database, queue.dispatch, run, options);
    nodes.push(made);
    return made.start();
  };
  /** What a job leaves behind in the database. */
  const effectOf =
    ([file]: string[]) =>
    (tx: Transaction): Promise<void> =>
      tx.query('INSERT INTO effects (file) VALUES (?)', [file]);
  const effects = async (): Promise<string[]> => {
    const rows = await queue.database.reads.query<{ file: string }[]>('SELECT file FROM effects');
    return rows.map(({ file }) => file).sort();
  };
  const effect: Handler = ({ fileIds }) => Promise.resolve(effectOf(fileIds));

  it('does a job when what it follows from is stored, and not otherwise', async () => {
    const ada = node(effect);

    await expect(
      ada.database.write(async (tx) => {
        await ada.jobs.add(tx, TOPIC, [{ fileIds: ['never'] }]);
        throw new Error('It was not to be');
      }),
    ).rejects.toThrow('It was not to be');
    await ada.add(['one']);

    await waitFor('the job', async () => (await effects()).length > 0);
    expect(await effects()).toEqual(['one']);
    expect(await ada.left()).toEqual([]);
  });

  it('does each of many jobs once, whichever of two nodes has it', async () => {
    const byNode = [0, 0];
    const [ada] = [0, 1].map((i) =>
      node(async (payload, context) => {
        byNode[i]! += 1;
        await delay(20);
        return effect(payload, context);
      }),
    );
    const files = Array.from({ length: 300 }, (_, i) => `file ${String(i).padStart(3, '0')}`);

    await ada!.add(files);

    await waitFor('all jobs', async () => (await ada!.left()).length === 0);
    expect(await effects()).toEqual(files);
    expect(byNode[0]! + byNode[1]!).toBe(300);
    expect(Math.min(...byNode)).toBeGreaterThan(0);
  });

  it('finds what a node added that died before it could tell anybody', async () => {
    const grace = new Node(queue.database, queue.dispatch, effect);
    await grace.database.write((tx) => grace.jobs.add(tx, TOPIC, [{ fileIds: ['left behind'] }]));

    node(effect);

    await waitFor('the job', async () => (await effects()).length > 0);
  });

  it('takes over what a worker had that is silent for the time of its lease', async () => {
    const grace = new Node(queue.database, queue.dispatch, effect);
    await grace.database.write((tx) => grace.jobs.add(tx, TOPIC, [{ fileIds: ['taken'] }]));
    const [taken] = await grace.store.take(TOPIC, 1);
    let goOn = () => {};
    const isLate = new Promise<void>((resolve) => (goOn = resolve));

    const ada = node(async (payload, context) => {
      await isLate;
      return effect(payload, context);
    });
    await queue.database.write((tx) => tx.query('UPDATE jobs SET due_at = ?', [Date.now()]));

    await waitFor('the second attempt', async () => (await ada.left())[0]!.attempts === 2);
    // The first worker was only slow: what it has done no longer counts.
    expect(await grace.store.finish(taken!, effectOf(['late']))).toBe(false);
    goOn();
    await waitFor('the job', async () => (await ada.left()).length === 0);
    expect(await effects()).toEqual(['taken']);
  });

  it('takes a job by the ticket that counts, whatever late ones come with it', async () => {
    const grace = new Node(queue.database, queue.dispatch, effect);
    await grace.database.write((tx) => grace.jobs.add(tx, TOPIC, [{ fileIds: ['one'] }]));
    const { id } = (await grace.left())[0]!;

    const claimed = await Promise.all(
      [0, 7].map((attempts) => grace.store.claim({ id, topic: TOPIC, attempts })),
    );

    expect(claimed).toMatchObject([{ id, attempts: 1 }, null]);
  });

  it('does nothing before it is due', async () => {
    const ada = node(effect);

    await ada.add(['later'], Date.now() + 60_000);
    await ada.add(['now']);

    await waitFor('the job', async () => (await effects()).length > 0);
    expect(await effects()).toEqual(['now']);
    expect(await ada.left()).toMatchObject([{ attempts: 0 }]);
  });

  it('tries again what failed, and stores nothing of the attempt', async () => {
    const attempts: number[] = [];
    const ada = node(async ({ fileIds }, { attempt }) => {
      attempts.push(attempt);
      return async (tx) => {
        await effectOf(fileIds)(tx);
        if (attempt === 1) throw new Error('The store is away');
      };
    });

    await ada.add(['again']);

    await waitFor('the failure', async () => (await ada.left())[0]?.error === 'The store is away');
    expect(await effects()).toEqual([]);
    await waitFor('the second attempt', async () => (await effects()).length > 0);
    expect(attempts).toEqual([1, 2]);
    expect(await effects()).toEqual(['again']);
  });

  it('gives up what fails again and again, and keeps it, while the others are done', async () => {
    const ada = node(
      ({ fileIds }, context) =>
        fileIds[0] === 'poison' ? Promise.reject(new Error('No such place')) : effect({ fileIds }, context),
      { attempts: 2, concurrency: 1 },
    );

    await ada.add(['poison', 'one', 'two']);

    await waitFor('the dead letter', async () => (await ada.dead()).length > 0);
    expect(await ada.dead()).toMatchObject([
      { topic: TOPIC, payload: '{"fileIds":["poison"]}', attempts: 2, error: 'No such place' },
    ]);
    await waitFor('the others', async () => (await effects()).length === 2);
  });

  it('gives up at once what can never be done', async () => {
    const ada = node(() => Promise.reject(new NotToBeDone('There is no such thing')));

    await ada.add(['senseless']);

    await waitFor('the dead letter', async () => (await ada.dead()).length > 0);
    expect(await ada.dead()).toMatchObject([{ attempts: 1, error: 'There is no such thing' }]);
  });

  it('gives up what ended every worker that had it', async () => {
    const ada = node(effect, { attempts: 3 });
    await ada.database.write(async (tx) => {
      await ada.jobs.add(tx, TOPIC, [{ fileIds: ['deadly'] }]);
      await tx.query('UPDATE jobs SET attempts = 3');
    });

    await waitFor('the dead letter', async () => (await ada.dead()).length > 0);
    expect(await effects()).toEqual([]);
  });

  it('does a dead letter when somebody asks for it', async () => {
    let isMended = false;
    const ada = node((payload, context) =>
      isMended ? effect(payload, context) : Promise.reject(new NotToBeDone('Broken')),
    );
    await ada.add(['mended', 'discarded']);
    await waitFor('the dead letters', async () => (await ada.dead()).length === 2);
    const [discarded, mended] = (await ada.dead()).sort((a, b) => (a.payload < b.payload ? -1 : 1));

    isMended = true;
    await ada.database.write((tx) => ada.deadLetters.discard(tx, [discarded!.id]));
    await ada.database.write((tx) => ada.deadLetters.revive(tx, [mended!.id, discarded!.id], Date.now()));
    ada.jobs.wake();

    await waitFor('the job', async () => (await effects()).length > 0);
    expect(await effects()).toEqual(['mended']);
    expect(await ada.left()).toEqual([]);
  });

  it('lets a job end when its node stops, and gives back the one that does not', async () => {
    const ada = node(async ({ fileIds }, { signal }) => {
      if (fileIds[0] === 'endless') await new Promise((resolve) => signal.addEventListener('abort', resolve));
      else await delay(300);
      return effectOf(fileIds);
    });
    await ada.add(['short', 'endless']);
    await waitFor('both to begin', async () => (await ada.left()).every(({ attempts }) => attempts === 1));

    nodes.splice(0);
    await ada.stop();

    expect(await effects()).toEqual(['short']);
    const grace = node(effect);
    await waitFor('the other', async () => (await grace.left()).length === 0);
    expect(await effects()).toEqual(['endless', 'short']);
  });
}

export async function waitFor(what: string, look: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + NEVER_MS;
  while (!(await look())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await delay(10);
  }
}
