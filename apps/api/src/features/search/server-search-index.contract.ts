import { v7 as uuidv7 } from 'uuid';
import { ENTITIES } from '../../entities.js';
import { Database } from '../../infra/database/database.js';
import { openDatabase } from '../../infra/database/open.js';
import { insertRows } from '../../infra/database/sql.js';
import { queriesOf } from '../../../test/queries.js';
import { rowsRead } from '../../../test/rows-read.js';
import { isServerThere, serverDatabase, type ServerEngine } from '../../testing/server-database.js';
import { searchIndexContract, type StoredMessage } from './search-index.contract.js';
import type { SearchDocument, SearchIndex } from './search-index.js';
import { wordsOf } from './words.js';

const COLUMNS = ['id', 'room_id', 'seq', 'version', 'client_id', 'sender_id', 'body', 'created_at'];
const insertMessages = insertRows('messages', COLUMNS);

type Source = Awaited<ReturnType<typeof openDatabase>>;

/** What an index in the database itself promises beside: several processes write it. */
export async function serverSearchIndexContract(
  engine: ServerEngine,
  open: (database: Database) => Promise<SearchIndex>,
): Promise<void> {
  const describeHere = (await isServerThere(engine)) ? describe : describe.skip;
  describeHere(`the search index in ${engine}`, () => {
    let drop: () => Promise<void>;
    let writer: Source;
    let reader: Source;
    let seq = 0;

    beforeAll(async () => {
      const made = await serverDatabase(engine);
      drop = made.drop;
      writer = await openDatabase(made.url, ENTITIES, 'write', 4);
      await writer.synchronize();
      reader = await openDatabase(made.url, ENTITIES, 'read', 4);
      await forgetRoomsAndPeople(writer);
    });
    afterAll(async () => {
      await reader.destroy();
      await writer.destroy();
      await drop();
    });

    /** A process with connections of its own would see no more than one with a queue of its own. */
    const node = () => open(new Database(writer, reader));
    const begin = async () => {
      const index = await node();
      await index.forget();
      await writer.query('DELETE FROM messages');
      return index;
    };
    const store = async (messages: StoredMessage[]) => {
      const rows = messages.map(({ id, roomId, createdAt }) => {
        seq++;
        return [id, roomId, seq, seq, id, 'ada', '', createdAt];
      });
      await insertMessages(writer.manager, rows);
    };

    searchIndexContract(async () => ({ index: await begin(), store, close: () => Promise.resolve() }));

    describe('written by several nodes', () => {
      let [first, second]: SearchIndex[] = [];

      beforeEach(async () => {
        first = await begin();
        second = await node();
      });

      const message = (words: string, version: number, roomId = 'home', id = uuidv7()): SearchDocument => ({
        ...{ id, roomId, version, words: wordsOf(words), has: [] },
        senderId: 'ada',
        createdAt: Date.now(),
      });
      const take = (index: SearchIndex, documents: SearchDocument[], versions: Record<string, number>) =>
        index.take({ documents, goneIds: [], versions: new Map(Object.entries(versions)) });
      const find = (index: SearchIndex, word: string, roomIds = ['home']) =>
        index.find({ roomIds, phrases: [{ words: [word], isQuoted: false }], has: [], limit: 1_000 });

      it('is one index', async () => {
        await take(first!, [message('tea', 1)], { home: 1 });

        expect(await find(second!, 'te')).toHaveLength(1);
        expect(await second!.versions()).toEqual(new Map([['home', 1]]));
      });

      it('never lowers how far a room is known', async () => {
        await take(first!, [], { home: 7 });
        await take(second!, [], { home: 3 });

        expect(await first!.versions()).toEqual(new Map([['home', 7]]));
      });

      it('keeps what a message became when what it was comes late', async () => {
        const before = message('tea', 1);
        await take(first!, [{ ...before, version: 2, words: ['coffee'] }], { home: 2 });

        await take(second!, [before], { home: 1 });

        expect(await find(second!, 'tea')).toEqual([]);
        expect(await find(second!, 'coffee')).toEqual([before.id]);
      });

      it('does not bring back what is gone', async () => {
        const before = message('tea', 1);
        await first!.take({ documents: [], goneIds: [before.id], versions: new Map([['home', 2]]) });

        await take(second!, [before], { home: 1 });

        expect(await find(second!, 'tea')).toEqual([]);
      });

      it('takes what all of them bring at once, in whatever order', async () => {
        const rooms = Array.from({ length: 6 }, (_, i) => `room-${i}`);
        const documents = rooms.flatMap((room) =>
          Array.from({ length: 10 }, (_, i) => message(`tea ${room} cup ${i} of ${room}${i}`, i + 1, room)),
        );
        const versions = Object.fromEntries(rooms.map((room) => [room, 10]));
        const nodes = [first!, second!, await node(), await node()];

        await Promise.all(
          nodes.map((index, i) => {
            const turned = [...documents.slice(i * 13), ...documents.slice(0, i * 13)];
            const entries = Object.entries(versions);
            return take(index, turned, Object.fromEntries(i % 2 ? entries.reverse() : entries));
          }),
        );

        expect(new Set(await find(first!, 'tea', rooms))).toEqual(new Set(documents.map(({ id }) => id)));
        expect(await find(first!, 'room', rooms)).toHaveLength(60);
        expect(await first!.versions()).toEqual(new Map(Object.entries(versions)));
      });

      it('begun anew by one takes nothing more from another before that has asked how far it is', async () => {
        await take(second!, [message('tea', 1)], { home: 1 });
        await first!.forget();

        await expect(take(second!, [message('tea', 2)], { home: 2 })).rejects.toThrow('begun anew');

        expect(await second!.versions()).toEqual(new Map());
        await take(second!, [message('tea', 1)], { home: 1 });
        expect(await find(first!, 'te')).toHaveLength(1);
      });

      it('is made once when several start at once, and kept by those who come later', async () => {
        await writer.query('DROP TABLE search_state');
        const [one, other] = await Promise.all([node(), node()]);

        await take(one, [message('tea', 1)], { home: 1 });
        await take(other, [message('tea', 2)], { home: 2 });

        expect(await find(await node(), 'tea')).toHaveLength(2);
      });

      it('of another version of the program is made anew', async () => {
        await take(first!, [message('tea', 1)], { home: 1 });
        await writer.query('UPDATE search_state SET schema_version = schema_version + 1');

        expect(await (await node()).versions()).toEqual(new Map());
      });
    });

    it('finds what is rare and old behind many others, pages through it, and reads few of the others', async () => {
      const index = await begin();
      const messages = Array.from({ length: 9_000 }, (_, i) => ({
        id: uuidv7({ msecs: 1_000_000 + i, seq: i }),
        roomId: `room-${i % 3}`,
        createdAt: 1_000_000 + i,
      }));
      const documents = messages.map(({ id, roomId, createdAt }, i) => ({
        ...{ id, roomId, createdAt, version: i + 1, senderId: i % 7 === 0 ? 'grace' : 'ada' },
        words: wordsOf(i % 20 === 0 && i < 200 ? `the needle number ${i}` : 'hay'),
        has: i % 40 === 0 && i < 200 ? ['pin' as const] : [],
      }));
      for (let i = 0; i < documents.length; i += 600) {
        await store(messages.slice(i, i + 600));
        await index.take({ documents: documents.slice(i, i + 600), goneIds: [], versions: new Map() });
      }
      const roomIds = ['room-0', 'room-1', 'room-2'];
      const places = async (words: string[], more: object = {}) => {
        const phrases = words.length > 0 ? [{ words, isQuoted: false }] : [];
        const found = await index.find({ roomIds, phrases, has: [], limit: 4, ...more });
        return found.map((id) => messages.findIndex((one) => one.id === id));
      };

      expect(await places(['need'])).toEqual([180, 160, 140, 120]);
      expect(await places(['eedl'], { beforeId: messages[120]!.id })).toEqual([100, 80, 60, 40]);
      expect(await places(['needle', 'num'], { before: 1_000_060 })).toEqual([40, 20, 0]);
      expect(await places(['number', 'needle'])).toEqual([]);
      expect(await places(['needle'], { roomIds: ['room-0', 'room-1'], after: 1_000_100 })).toEqual([
        ...[180, 160, 120, 100],
      ]);
      expect(await places([], { has: ['pin'] })).toEqual([160, 120, 80, 40]);
      expect(await places(['needle'], { senderId: 'grace' })).toEqual([140, 0]);
      expect(await places(['nothing'])).toEqual([]);

      for (const words of [['need'], ['hay', 'needle'], ['nothing']]) {
        for (const where of [roomIds, ['room-0']]) {
          const queries = await queriesOf([reader], () => places(words, { roomIds: where }));
          const read = await Promise.all(queries.map((query) => rowsRead(reader, 'search_documents', query)));
          expect(Math.max(...read)).toBeLessThanOrEqual(2_000);
        }
      }
    });
  });
}

/** Messages alone are stored here. */
async function forgetRoomsAndPeople(source: Source): Promise<void> {
  const runner = source.createQueryRunner();
  const table = (await runner.getTable('messages'))!;
  await runner.dropForeignKeys(table, table.foreignKeys);
  await runner.release();
}
