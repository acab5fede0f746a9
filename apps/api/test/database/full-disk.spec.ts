import { Database } from '../../src/infra/database/database.js';
import { people } from '../people.js';
import { Server } from '../server.js';

describe('the database file on a full disk', () => {
  let server: Server;

  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server.stop());

  it('R2, R16 · acks nothing, keeps what is stored readable, and goes on when there is space', async () => {
    const { ada, grace } = await people(server);
    const room = await ada.creates('group', 'full', grace);
    const [{ page_count: pages }] = await server.writer.query<[{ page_count: number }]>('PRAGMA page_count');
    const [{ max_page_count: most }] =
      await server.writer.query<[{ max_page_count: number }]>('PRAGMA max_page_count');
    const twenty = (body: string) =>
      Promise.all(
        Array.from({ length: 20 }, () =>
          ada.says(room, body).then(
            () => 'ok',
            ({ code }: { code: string }) => code,
          ),
        ),
      );

    await server.writer.query(`PRAGMA max_page_count = ${pages}`);
    expect(new Set(await twenty('x'.repeat(8_000)))).toEqual(new Set(['storage_full']));

    expect(await ada.historyOf(room)).toEqual([]);
    expect(await ada.sees(room)).toMatchObject({ lastSeq: 0, version: room.version });
    expect(grace.line.ears.messagesIn(room.id)).toEqual([]);

    await server.writer.query(`PRAGMA max_page_count = ${most}`);
    expect(new Set(await twenty('small'))).toEqual(new Set(['ok']));
    const failing = server.api.app.get(Database).write(() => Promise.reject(new Error('late')));
    await expect(failing).rejects.toThrow('late');
    expect(await ada.historyOf(room)).toHaveLength(20);
  });
});
