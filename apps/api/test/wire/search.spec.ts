import type { Message, Room, SearchPage } from '@parley/shared-types';
import { Indexer } from '../../src/features/search/indexer.js';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { flawsOf, isFrame, queriesOf } from '../queries.js';
import { refusalOf } from '../refusal.js';
import { found, finds } from '../searching.js';
import { Server } from '../server.js';

describe('search', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
    room = await ada.creates('group', 'engine room', grace);
  });
  afterAll(() => server.stop());

  it('finds what was said, the latest first, with its room, its author and where the words are', async () => {
    const other = await grace.creates('channel', 'notes', ada);
    await ada.says(room, 'The **Difference** engine');
    const last = await grace.says(other, 'no difference');

    const { items, users } = await finds(ada, 'differ', ['no difference', 'The **Difference** engine']);

    expect(items[0]).toEqual({
      message: last,
      room: await ada.sees(other),
      snippet: 'no difference',
      highlights: [[3, 9]],
    });
    expect(items[1]).toMatchObject({ snippet: 'The Difference engine', highlights: [[4, 10]] });
    expect(users.map(({ id }) => id).sort()).toEqual([ada.id, grace.id].sort());
  });

  it('finds nothing for those outside, by any name of the room', async () => {
    await ada.says(room, 'between the two of us');
    await finds(grace, 'between', ['between the two of us']);

    for (const q of [
      'between',
      'between in:"engine room"',
      'between from:ada',
      'from:ada',
      'in:"engine room"',
    ]) {
      expect(await found(linus, q)).toEqual([]);
    }
    const asking = linus.calls('search', { q: 'between', roomId: room.id });
    expect(await refusalOf(asking)).toBe('not_found');
  });

  it('finds nothing for those who were removed, from the moment on', async () => {
    const three = await ada.creates('group', 'three', grace, linus);
    await ada.says(three, 'farewell present');
    await finds(linus, 'farewell', ['farewell present']);

    await ada.removes(linus, three);

    expect(await found(linus, 'farewell')).toEqual([]);
    expect(await found(grace, 'farewell')).toEqual(['farewell present']);
  });

  it('finds for a new member what was said before', async () => {
    const channel = await ada.creates('channel', 'open');
    await ada.says(channel, 'ancient wisdom');
    await finds(ada, 'ancient', ['ancient wisdom']);
    expect(await found(linus, 'ancient')).toEqual([]);

    await linus.joins(channel);

    expect(await found(linus, 'ancient')).toEqual(['ancient wisdom']);
  });

  it('follows edits', async () => {
    const { id: messageId } = await ada.says(room, 'a mispelling');
    await finds(ada, 'mispelling', ['a mispelling']);

    await ada.calls('editMessage', { messageId, body: 'a misspelling' });

    await finds(ada, 'misspelling', ['a misspelling']);
    expect(await found(ada, 'mispelling')).toEqual([]);
  });

  it('never shows what was deleted, even before the index has heard', async () => {
    const { id: messageId } = await ada.says(room, 'a regret');
    await finds(ada, 'regret', ['a regret']);

    await ada.calls('deleteMessage', { messageId });

    expect(await found(ada, 'regret')).toEqual([]);
  });

  it('finds in archived rooms', async () => {
    const done = await ada.creates('group', 'done', grace);
    await ada.says(done, 'finished business');
    await ada.calls('archiveRoom', { roomId: done.id });

    await finds(grace, 'finished', ['finished business']);
  });

  it('takes every page once, also while new messages come', async () => {
    const pages = await ada.creates('group', 'pages');
    const said: Message[] = [];
    for (let i = 0; i < 7; i++) said.push(await ada.says(pages, `turning ${i}`));
    const bodies = said.map(({ body }) => body).reverse();
    await finds(ada, 'turning', bodies);

    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SearchPage = await ada.calls('search', {
        q: 'turning',
        limit: 3,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ message }) => message.body));
      cursor = page.nextCursor;
      await ada.says(pages, 'turning late');
    } while (cursor);

    expect(seen).toEqual(bodies);
  });

  describe('operators', () => {
    let plans: Room, direct: Room;
    let first: Message;

    beforeAll(async () => {
      plans = await ada.creates('channel', 'Plans', grace);
      direct = await ada.opens(grace);
      first = await ada.says(plans, 'op first https://example.org');
      await grace.says(plans, 'op second `code`');
      await grace.says(direct, 'op third');
      await ada.calls('pinMessage', { messageId: first.id });
      await ada.calls('addReaction', { messageId: first.id, emoji: '👍' });
      await grace.asks('message:send', {
        roomId: plans.id,
        clientId: crypto.randomUUID(),
        body: 'op reply',
        threadRootId: first.id,
      });
      await finds(ada, 'op', ['op reply', 'op third', SECOND, FIRST]);
      await finds(ada, 'op has:thread', ['op reply', FIRST]);
    });

    const FIRST = 'op first https://example.org';
    const SECOND = 'op second `code`';

    it.each<[string, string[]]>([
      ['op', ['op reply', 'op third', SECOND, FIRST]],
      ['op from:ada', [FIRST]],
      ['op from:me', [FIRST]],
      ['op from:@Grace', ['op reply', 'op third', SECOND]],
      ['op from:ada from:grace', []],
      ['op from:nobody', []],
      ['op in:plans', ['op reply', SECOND, FIRST]],
      ['op in:#PLANS', ['op reply', SECOND, FIRST]],
      ['op in:grace', ['op third']],
      ['op in:@grace', ['op third']],
      ['op in:nowhere', []],
      ['op has:link', [FIRST]],
      ['op has:code', [SECOND]],
      ['op has:pin has:reaction', [FIRST]],
      ['op has:thread', ['op reply', FIRST]],
      ['op has:link has:code', []],
      ['in:plans', ['op reply', SECOND, FIRST]],
      ['op after:2020-01-01', ['op reply', 'op third', SECOND, FIRST]],
      ['op before:2020-01-01', []],
      ['op after:2099-01-01', []],
      ['op before:2099-01-01', ['op reply', 'op third', SECOND, FIRST]],
      ['"op second"', [SECOND]],
      ['"second op"', []],
      ['second op', [SECOND]],
      ['econ', [SECOND]],
      ['"econ"', []],
    ])('%s', async (q, bodies) => {
      expect(await found(ada, q)).toEqual(bodies);
    });

    it('the parameters say the same', async () => {
      expect(await found(ada, 'op', { from: grace.id, roomId: direct.id })).toEqual(['op third']);
      expect(await found(ada, 'op', { from: 'ada' })).toEqual([FIRST]);
      expect(await found(ada, 'op from:grace', { from: 'ada' })).toEqual([]);
      expect(await found(ada, 'op', { before: '2020-01-01' })).toEqual([]);
      expect(await found(ada, '', { from: 'ada' })).toEqual([]);
    });

    it('an instant parts those before it from those at it and after', async () => {
      const [before, after] = await Promise.all([
        found(ada, 'op', { before: first.createdAt }),
        found(ada, 'op', { after: first.createdAt }),
      ]);

      expect(before).toEqual([]);
      expect(after).toContain(FIRST);
    });

    it('what a message loses is found no more by it', async () => {
      await ada.calls('unpinMessage', { messageId: first.id });
      await ada.calls('removeReaction', { messageId: first.id, emoji: '👍' });

      await finds(ada, 'op has:pin', []);
      await finds(ada, 'op has:reaction', []);
      expect(await found(ada, 'op has:link')).toEqual([FIRST]);
    });
  });

  describe('any text at all is answered', () => {
    it.each([
      '"',
      '*',
      'NEAR(',
      'NEAR("a" "b", 2)',
      'a:b',
      'text:a',
      '-',
      '-a',
      '^a',
      'a AND',
      'OR',
      'NOT a',
      'a + b',
      '{a b} : c',
      '%_',
      "'; DROP TABLE documents; --",
      '('.repeat(200),
      'a '.repeat(100),
      '"a '.repeat(66),
      '京'.repeat(200),
      '\ud800',
      'a\0b',
      '§ru',
      'from:"',
      'from:"a\0b"',
      'in:"a\0b"',
      'in:#',
      'before:9999-99-99',
      'before:0000-01-01',
      'after:9999-12-31',
    ])('%j', async (q) => {
      const { status } = await ada.get(`/search?${new URLSearchParams({ q })}`);

      expect(status).toBe(200);
    });

    it.each([
      '',
      'q=a&limit=0',
      'q=a&limit=51',
      'q=a&cursor=x',
      'q=a&before=yesterday',
      'q=a&roomId=7',
      'q=a&shoe=7',
      `q=${'a'.repeat(201)}`,
    ])('but not any parameters: %s', async (parameters) => {
      expect((await ada.get(`/search?${parameters}`)).status).toBe(400);
    });

    it('a cursor that leads nowhere finds nothing', async () => {
      const cursor = Buffer.from(JSON.stringify([crypto.randomUUID()])).toString('base64url');

      expect(await found(ada, 'op', { cursor })).toEqual([]);
    });
  });

  it('is a bounded number of queries however much is found, and none reads a table from end to end', async () => {
    const counted = await ada.creates('group', 'counted', grace, linus);
    for (const person of [ada, grace])
      for (let i = 0; i < 5; i++) await person.says(counted, `counting ${i}`);
    await finds(ada, 'counting 4', ['counting 4', 'counting 4']);
    await server.api.app.get(Indexer).stop();
    const asked = (limit: number) =>
      queriesOf([server.reader], () =>
        ada.calls('search', { q: 'counting from:grace', limit, before: '2099-01-01' }),
      );
    await asked(10);

    const queries = (await asked(10)).filter((query) => !isFrame(query));

    expect(queries.length).toBeLessThanOrEqual(14);
    expect((await asked(1)).length).toBeLessThanOrEqual(14);
    for (const query of queries) {
      const { scans } = await flawsOf(server.reader, query);
      expect({ sql: query.sql, scans }).toEqual({ sql: query.sql, scans: [] });
    }
  });
});
