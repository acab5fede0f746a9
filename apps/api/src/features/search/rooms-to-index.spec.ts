import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../../common/caller.js';
import { rulesApp } from '../../testing/rules-app.js';
import { signedIn } from '../../testing/signed-in.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { MessagesService } from '../messages/messages.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Indexer } from './indexer.js';
import { RoomsToIndex } from './rooms-to-index.js';
import { SearchIndex } from './search-index.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';

describe('what the search index has still to take', () => {
  let folder: string;
  let app: INestApplicationContext;
  let ada: Caller;
  let roomId: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-search-'));
    await start();
    ({ ada, roomId } = await signedIn(app));
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  /** Everything runs but the indexer: its steps are taken one by one. */
  const start = async () => {
    app = await rulesApp({ DATABASE_URL: `sqlite:${path.join(folder, 'parley.db')}` });
    await app.get(Indexer).stop();
  };
  const restart = async () => {
    await app.close();
    await start();
  };
  const step = () => app.get(RoomsToIndex).takeSome();
  const catchUp = async () => {
    while (app.get(RoomsToIndex).areBehind) await step();
  };
  const say = async (count: number, body = 'needle') => {
    const send = () => app.get(MessagesService).send(ada, { roomId, clientId: randomUUID(), body });
    return (await Promise.all(Array.from({ length: count }, send))).map(({ message }) => message);
  };
  const found = async (q = 'needle') => {
    let count = 0;
    let cursor: string | null | undefined;
    do {
      const page: Awaited<ReturnType<SearchService['search']>> = await app
        .get(SearchService)
        .search(ada, { q, limit: 50, ...(cursor && { cursor }) });
      count += page.items.length;
      cursor = page.nextCursor;
    } while (cursor);
    return count;
  };

  it('is taken in steps, and goes on where another process stopped', async () => {
    await say(450);
    expect(await step()).toBe(true);
    expect(await found()).toBe(200);

    const next = new RoomsToIndex(
      app.get(SearchRepository),
      app.get(MessagesRepository),
      app.get(SearchIndex),
    );

    expect(await next.takeSome()).toBe(true);
    expect(await found()).toBe(400);
    expect(await next.takeSome()).toBe(false);
    expect(await found()).toBe(450);
    expect(next.areBehind).toBe(false);
  });

  it('has what was edited and deleted between two steps', async () => {
    const [edited, deleted] = await say(300);
    await step();

    await app.get(MessagesService).edit(ada, edited!.id, 'thread');
    await app.get(MessagesService).delete(ada, deleted!.id);
    await catchUp();

    expect(await found()).toBe(298);
    expect(await found('thread')).toBe(1);
    const everything = { roomIds: [roomId], phrases: [], has: [], limit: 1_000 };
    expect(await app.get(SearchIndex).find(everything)).toHaveLength(299);
  });

  it('is taken from every room in turn, so that much in one keeps nobody in another waiting', async () => {
    await say(450);
    const { items } = await app.get(RoomsService).list(ada, { limit: 10 });
    const other = items.find(({ id }) => id !== roomId)!;
    const draft = { roomId: other.id, clientId: randomUUID(), body: 'pin' };
    await app.get(MessagesService).send(ada, draft);

    await step();

    expect(await found('pin')).toBe(1);
    expect(await found()).toBeLessThan(450);
  });

  it('is nothing when only members came and went', async () => {
    await say(1);
    await catchUp();

    await restart();
    await step();

    expect(app.get(RoomsToIndex).areBehind).toBe(false);
    expect(await found()).toBe(1);
  });

  it('stays to be taken when a step fails', async () => {
    await say(1);
    const index = app.get(SearchIndex);
    const take = index.take.bind(index);
    index.take = () => Promise.reject(new Error('disk full'));
    await expect(step()).rejects.toThrow('disk full');
    expect(app.get(RoomsToIndex).areBehind).toBe(true);

    index.take = take;
    await catchUp();

    expect(await found()).toBe(1);
  });

  it('is everything when the index is lost', async () => {
    await say(3);
    await catchUp();
    await app.close();

    await rm(path.join(folder, 'parley.search.db'));
    await start();
    await catchUp();

    expect(await found()).toBe(3);
  });

  it('is everything when the index knows more than there is, as after a backup was brought back', async () => {
    await say(3);
    await catchUp();
    await app.get(SearchIndex).take({ documents: [], goneIds: [], versions: new Map([[roomId, 1_000]]) });
    await restart();
    await say(1);

    await catchUp();

    expect(await found()).toBe(4);
  });
});
