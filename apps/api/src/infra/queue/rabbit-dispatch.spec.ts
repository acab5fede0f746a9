import { Logger } from '@nestjs/common';
import { amqpAddress } from '../../config/amqp-url.js';
import { queueDatabase } from '../../testing/queue-database.js';
import { amqpUrl, Broker, isRabbitThere } from '../../testing/rabbit.js';
import { Node, queueContract, waitFor, type OpenDispatch } from './queue.contract.js';
import { RabbitDispatch } from './rabbit-dispatch.js';

const describeHere = (await isRabbitThere()) ? describe : describe.skip;
const TOPIC = 'files.removed';

const through =
  (url: string): OpenDispatch =>
  (store, runner) =>
    new RabbitDispatch(amqpAddress(url)!, store, runner);

async function brokerOfTest() {
  const url = amqpUrl();
  const broker = await Broker.at(url);
  const close = async () => {
    await broker.wipe();
    await broker.close();
  };
  return { url, broker, close };
}

describeHere('jobs by way of RabbitMQ', () => {
  queueContract(async () => {
    const { database, close } = await queueDatabase('sqlite');
    const { url, close: leave } = await brokerOfTest();
    return { database, dispatch: through(url), close: () => leave().then(close) };
  });

  describe('at a broker', () => {
    let broker: Broker;
    let node: Node;
    let done: string[];
    let close: () => Promise<void>;

    beforeEach(async () => {
      Logger.overrideLogger(false);
      const { database, close: closeDatabase } = await queueDatabase('sqlite');
      const at = await brokerOfTest();
      broker = at.broker;
      done = [];
      node = new Node(database, through(at.url), ({ fileIds }) => {
        done.push(...fileIds);
        return Promise.resolve(undefined);
      });
      close = async () => {
        await node.stop();
        await at.close();
        await closeDatabase();
      };
    });
    afterEach(() => close());

    const offered = async (): Promise<boolean> => {
      const rows = await node.database.reads.query<{ offered_at: number | null }[]>(
        'SELECT offered_at FROM jobs',
      );
      return rows.length > 0 && rows.every(({ offered_at }) => offered_at !== null);
    };

    it('does what was offered to a broker that lost it and came back empty', async () => {
      await node.database.write((tx) => node.jobs.add(tx, TOPIC, [{ fileIds: ['lost'] }]));
      await node.store.offer(TOPIC, 1);
      expect(await offered()).toBe(true);

      node.start();

      await waitFor('the job', () => Promise.resolve(done.length > 0));
      await waitFor('its end', async () => (await node.left()).length === 0);
    });

    it('makes its queues anew when somebody takes them away', async () => {
      node.start();
      await node.add(['before']);
      await waitFor('the first job', () => Promise.resolve(done.length > 0));

      await broker.drop(TOPIC);
      await node.add(['after']);

      await waitFor('the second', () => Promise.resolve(done.length > 1));
      expect(done).toEqual(['before', 'after']);
    });

    it('ignores what is done already, or was offered before the last attempt', async () => {
      node.start();
      await node.add(['one']);
      await waitFor('the job', () => Promise.resolve(done.length > 0));
      await node.database.write((tx) =>
        node.jobs.add(tx, TOPIC, [{ fileIds: ['two'] }], Date.now() + 60_000),
      );
      const [two] = await node.left();

      const ticket = (id: string, attempts: number) => JSON.stringify({ id, topic: TOPIC, attempts });
      const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
      await broker.put(TOPIC, ticket(unknown, 0));
      await broker.put(TOPIC, ticket(two!.id, 7));
      await node.add(['three']);
      await waitFor('the last', () => Promise.resolve(done.includes('three')));
      expect(done).toEqual(['one', 'three']);

      await broker.put(TOPIC, ticket(two!.id, 0));
      await broker.put(TOPIC, ticket(two!.id, 0));
      await waitFor('the end', async () => (await node.left()).length === 0);
      await node.add(['four']);
      await waitFor('the last', () => Promise.resolve(done.includes('four')));
      expect(done).toEqual(['one', 'three', 'two', 'four']);
    });

    it('keeps what is no job for somebody to look at', async () => {
      node.start();
      await node.add(['one']);
      await waitFor('the job', () => Promise.resolve(done.length > 0));

      for (const each of ['{', '\0', '{"id":"x","topic":"y","attempts":0}', ''])
        await broker.put(TOPIC, each);

      await waitFor('the dead letters', async () => (await node.dead()).length === 4);
      expect(await node.dead()).toMatchObject(Array(4).fill({ error: 'It was in a queue and is no job' }));
      await node.add(['two']);
      await waitFor('the next job', () => Promise.resolve(done.includes('two')));
    });
  });
});
