import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Broker } from '../../src/testing/rabbit.js';
import { query } from '../migrating.js';
import { canStartRabbit, OwnRabbit } from '../rabbitmq.js';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { filesIn, postFile } from '../uploading.js';
import { balancer } from './balancer.js';
import { check } from './checker.js';
import { Load } from './load.js';
import { newFolder, type Place } from './node.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { signIn, type Session } from './sign-in.js';
import { describeTwoNodes, twoNodes } from './two-nodes.js';

const DOWN_MS = 5_000;

/** Files on their way at a time. */
const AT_ONCE = 4;

/** Somebody who posts files and deletes them again, which leaves something to be done behind each. */
class Litterer {
  count = 0;
  #isStopped = false;
  #running: Promise<unknown>;

  constructor(
    private readonly place: Place,
    private readonly owner: Session,
    private readonly roomId: string,
  ) {}

  start(): void {
    this.#running = Promise.all(Array.from({ length: AT_ONCE }, () => this.#run()));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { url } = this.place;
    const { token } = this.owner;
    while (!this.#isStopped) {
      const { body } = await postFile(url, token, { name: 'notes.txt', content: randomUUID() });
      const { id } = body as { id: string };
      const draft = { roomId: this.roomId, clientId: randomUUID(), attachmentIds: [id] };
      const { id: messageId } = await callRoute(url, token, 'postMessage', draft);
      await callRoute(url, token, 'deleteMessage', { messageId });
      this.count += 1;
    }
  }
}

const describeHere = canStartRabbit() ? describeTwoNodes : describe.skip;

/** The short form leaves out what asks less of us. */
const BACK = process.env['CHAOS_CYCLES'] ? ['with all that it had', 'empty'] : ['empty'];

describeHere('R6 · RabbitMQ killed under load, with work in flight', () => {
  it.each(BACK)(
    'two nodes chat on while it is away, and all work is done when it is back %s',
    async (back) => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const rabbit = await OwnRabbit.start();
      const files = await newFolder();
      const settings = { AMQP_URL: rabbit.url, STORAGE_URL: `file:${files}` };
      const { all: nodes, databaseUrl } = await twoNodes({ settings });
      const place = await balancer(nodes);
      const load = await Load.on(place, random);
      await load.isOnline();
      // In a room where none of the others listens.
      const owner = await signIn(place, 'linus-beside');
      const room = await callRoute(place.url, owner.token, 'createRoom', { kind: 'group', name: 'litter' });
      const litterer = new Litterer(place, owner, room.id);
      load.start();
      litterer.start();
      await until('some work', () => litterer.count > 5);

      await rabbit.kill();
      if (back === 'empty') await rabbit.forget();
      const before = { acked: load.ackedCount, littered: litterer.count };
      await delay(DOWN_MS);
      const meanwhile = load.ackedCount - before.acked;
      const waiting = litterer.count - before.littered;
      report(`${meanwhile} acked while it was away, ${waiting} jobs added`);
      expect(meanwhile).toBeGreaterThan(100);
      expect(waiting).toBeGreaterThan(0);
      const backAt = performance.now();
      await rabbit.start();
      await litterer.stop();
      await load.finish();

      const left = async () => (await query(databaseUrl, 'SELECT id FROM jobs')).length;
      await until('all work to be done', async () => (await left()) === 0);
      report(
        `${litterer.count} jobs done ${Math.round(performance.now() - backAt)} ms after it began to start`,
      );
      expect(await query(databaseUrl, 'SELECT id FROM attachments')).toEqual([]);
      expect(await filesIn(files)).toEqual([]);
      expect(load.refusals).toEqual([]);
      expect(check(await load.storyOverRest())).toEqual([]);
    },
    120_000,
  );

  it('what nobody can do ends among the dead letters, and keeps nothing else from being done', async () => {
    const rabbit = await OwnRabbit.start();
    const { a, databaseUrl } = await twoNodes({ settings: { AMQP_URL: rabbit.url } });
    const broker = await Broker.at(rabbit.url);
    const ada = await signIn(a, 'ada');
    const { body } = await postFile(a.url, ada.token, { name: 'notes.txt', content: 'notes' });

    for (let i = 0; i < 20; i++) await broker.put('files.removed', `poison ${i}`);
    await callRoute(a.url, ada.token, 'removeUpload', { attachmentId: (body as { id: string }).id });
    await broker.close();

    await until('the job', async () => (await query(databaseUrl, 'SELECT id FROM attachments')).length === 0);
    await until('the poison', async () => {
      const dead = await query(databaseUrl, 'SELECT id FROM jobs WHERE died_at IS NOT NULL');
      return dead.length === 20;
    });
  }, 120_000);
});
