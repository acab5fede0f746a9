import { Database } from '../../src/infra/database/database.js';
import type { ReplicaState } from '../../src/infra/database/replica.js';
import { serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { PrivateServer } from '../chaos/private-server.js';
import { people, signIn, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import { finds, found } from '../searching.js';
import { Server } from '../server.js';
import { until } from '../until.js';
import { Replicated } from './replicated.js';
import { SilentLine } from './silent-line.js';

const ENGINES: ServerEngine[] = ['postgres', 'mysql'];

for (const engine of ENGINES) {
  const suite = PrivateServer.isThere(engine) ? describe : describe.skip;

  suite(`a replica of ${engine}`, () => {
    let servers: Replicated;
    let node: Server | null;

    beforeEach(async () => {
      node = null;
      servers = await Replicated.start(engine);
    }, 60_000);
    afterEach(() => node?.stop(), 30_000);

    const at = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href;
    /** Any lag is allowed, unless a test says otherwise: what is asked of a paused replica is then old for sure. */
    const starts = async (settings: Record<string, string> = {}, port = servers.replica.port) => {
      const { url } = await serverDatabase(engine, servers.server.url);
      const replica = { DATABASE_READ_URL: at(url, port), DATABASE_READ_LAG: '1d' };
      return (node = await Server.start({
        DATABASE_URL: url,
        DATABASE_POOL_SIZE: '3',
        ...replica,
        ...settings,
      }));
    };
    const readiness = async () => {
      const answer = await fetch(`${node!.url}/readyz`);
      const { checks } = (await answer.json()) as { checks: { replica: ReplicaState } };
      return { status: answer.status, replica: checks.replica };
    };
    const is = (state: ReplicaState) =>
      until(`the replica to be ${state}`, async () => (await readiness()).replica === state);
    const channels = async (person: Person, query: string) =>
      (await person.calls('discoverRooms', { query })).items.map(({ name }) => name);
    const discovers = (person: Person, name: string) =>
      until(`${name} to be discovered`, async () => (await channels(person, name)).includes(name));
    const indexed = async (word: string) => {
      const like = `% ${word} %`;
      await until(`${word} in the index`, async () => {
        const rows = await node!.reader.query<unknown[]>(
          'SELECT id FROM search_documents WHERE words LIKE ?',
          [like],
        );
        return rows.length > 0;
      });
    };

    it('is asked where to look, and nothing else', async () => {
      const { ada, grace } = await people(await starts());
      const admin = await signInAdmin(node!, 'linus');
      const room = await ada.creates('channel', 'early', grace);
      await is('up');
      await finds(ada, 'hello', []);
      await discovers(ada, 'early');
      await servers.pause();

      const late = await ada.creates('channel', 'late');
      const newcomer = await signIn(node!, 'ada-2');
      await newcomer.joins(room);
      const said = await newcomer.says(room, 'news');
      await indexed('news');

      expect(await channels(ada, 'late')).toEqual([]);
      expect((await ada.calls('findUsers', { query: 'ada-2' })).items).toEqual([]);
      expect(await found(ada, 'news')).toEqual([]);
      const audited = await admin.calls('adminAudit', { userId: newcomer.id });
      expect(audited.items).toEqual([]);

      // What is found is shown as it is now.
      const [early] = (await grace.calls('discoverRooms', { query: 'early' })).items;
      expect(early).toMatchObject({ lastSeq: said.seq, memberCount: 3, me: { unreadCount: 1 } });
      expect((await ada.calls('room', { roomId: late.id })).name).toBe('late');
      const page = await grace.calls('messages', { roomId: room.id });
      expect(page.items.map(({ body }) => body)).toContain('news');
      const { messages } = await grace.asks('room:changes', { roomId: room.id, since: said.version - 1 });
      expect(messages.map(({ body }) => body)).toEqual(['news']);

      await servers.resume();
      await discovers(ada, 'late');
      await finds(ada, 'news', ['news']);
    }, 60_000);

    it('too far behind is passed by until it has caught up', async () => {
      const { ada } = await people(await starts({ DATABASE_READ_LAG: '1s' }));
      await is('up');
      await servers.pause();
      await ada.creates('channel', 'late');

      await is('behind');
      expect(await channels(ada, 'late')).toEqual(['late']);
      expect((await readiness()).status).toBe(200);

      await servers.resume();
      await is('up');
    }, 60_000);

    it('that dies is passed by, and asked again when it is back', async () => {
      const { ada } = await people(await starts());
      await ada.creates('channel', 'early');
      await is('up');
      await discovers(ada, 'early');

      await servers.replica.kill();
      for (let isOver = false; !isOver; isOver = (await readiness()).replica === 'down') {
        expect(await channels(ada, 'early')).toEqual(['early']);
      }
      expect(await readiness()).toEqual({ status: 200, replica: 'down' });
      await ada.creates('channel', 'meanwhile');
      expect(await channels(ada, 'meanwhile')).toEqual(['meanwhile']);

      await servers.replica.start();
      await is('up');
      await discovers(ada, 'meanwhile');
      await servers.pause();
      await ada.creates('channel', 'late');
      expect(await channels(ada, 'late')).toEqual([]);
    }, 60_000);

    it('that falls silent keeps nobody waiting', async () => {
      const line = await SilentLine.to(servers.replica.port);
      const { ada } = await people(await starts({}, line.port));
      await ada.creates('channel', 'early');
      await is('up');
      await discovers(ada, 'early');

      line.fallSilent();

      expect(await channels(ada, 'early')).toEqual(['early']);
      expect(await readiness()).toEqual({ status: 200, replica: 'down' });
      line.close();
    }, 60_000);

    it('need not be there at the start', async () => {
      await servers.replica.kill();
      const { ada } = await people(await starts());
      await ada.creates('channel', 'early');
      expect(await channels(ada, 'early')).toEqual(['early']);
      expect(await readiness()).toEqual({ status: 200, replica: 'down' });

      await servers.replica.start();

      await is('up');
    }, 60_000);

    it('is never written', async () => {
      await starts();
      await is('up');
      const database = node!.api.app.get(Database);

      const writing = database.readLagging((reads) => reads.query('DELETE FROM users'));

      await expect(writing).rejects.toThrow(/read.only/i);
    }, 60_000);

    it('that is none is never asked', async () => {
      const { ada } = await people(await starts({}, servers.server.port));
      await is('behind');

      await ada.creates('channel', 'here');

      expect(await channels(ada, 'here')).toEqual(['here']);
    }, 60_000);
  });
}
