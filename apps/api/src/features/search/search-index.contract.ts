import { v7 as uuidv7 } from 'uuid';
import type { IndexQuery, SearchDocument, SearchIndex } from './search-index.js';
import { parseQuery } from './search-query.js';
import { wordsOf } from './words.js';

/** A stored message, as far as an index may ask its database for it. */
export type StoredMessage = { id: string; roomId: string; createdAt: number };

export type OpenIndex = () => Promise<{
  index: SearchIndex;
  /** Adds messages to the database that is indexed, in this order. */
  store: (messages: StoredMessage[]) => Promise<void>;
  close: () => Promise<void>;
}>;

type Given = Partial<Pick<SearchDocument, 'roomId' | 'senderId' | 'has'>> & { at?: number };

const NOON = Date.UTC(2026, 0, 1, 12);

const latestOf = (documents: SearchDocument[]): number =>
  Math.max(0, ...documents.map(({ version }) => version));

/** What every search index promises: see `SearchIndex`. */
export function searchIndexContract(open: OpenIndex): void {
  let index: SearchIndex;
  let store: (messages: StoredMessage[]) => Promise<void>;
  let close: () => Promise<void>;
  let said: Map<string, string>;
  let clock: number;

  beforeEach(async () => {
    ({ index, store, close } = await open());
    said = new Map();
    clock = NOON;
  });
  afterEach(() => close());

  /** Stores a message without telling the index. */
  const write = async (body: string, { at = clock++, ...given }: Given = {}): Promise<SearchDocument> => {
    const document = {
      // A message is given its time first, and its id a moment later.
      id: uuidv7({ msecs: at + 1, seq: said.size }),
      roomId: 'home',
      senderId: 'ada',
      version: said.size + 1,
      createdAt: at,
      has: [],
      ...given,
    };
    await store([{ id: document.id, roomId: document.roomId, createdAt: at }]);
    said.set(document.id, body);
    return { ...document, words: wordsOf(body) };
  };
  const take = (documents: SearchDocument[], goneIds: string[] = [], version = latestOf(documents)) =>
    index.take({ documents, goneIds, versions: new Map([['home', version]]) });
  const say = async (body: string, given?: Given): Promise<SearchDocument> => {
    const document = await write(body, given);
    await take([document]);
    return document;
  };
  const find = async (q: string, query: Partial<IndexQuery> = {}): Promise<string[]> => {
    const { phrases, has } = parseQuery(q);
    const ids = await index.find({ roomIds: ['home'], phrases, has, limit: 100, ...query });
    return ids.map((id) => said.get(id)!);
  };

  describe('words', () => {
    it('find the message that was stored last first, in whatever order they were taken', async () => {
      const [first, second, third] = [
        await write('tea one'),
        await write('tea two'),
        await write('tea three'),
      ];

      await take([third, first], [], 1);
      await take([second]);

      expect(await find('tea')).toEqual(['tea three', 'tea two', 'tea one']);
    });

    it.each([
      ['a word', 'plan'],
      ['in other letters', 'PLÁN'],
      ['its beginning', 'pl'],
      ['its first letter', 'p'],
      ['a part of three letters', 'lan'],
      ['two words in any order', 'today plan'],
      ['a phrase', '"plan for"'],
      ['a phrase that goes on', 'plan-for-tod'],
      ['a word beside a phrase', 'tod "the plan"'],
    ])('find by %s', async (_, q) => {
      await say('The plan for today');
      await say('something else altogether');

      expect(await find(q)).toEqual(['The plan for today']);
    });

    it.each([
      ['a part of two letters', 'an'],
      ['a word that is longer', 'planned'],
      ['words that are not all there', 'plan tomorrow'],
      ['a phrase in another order', '"for plan"'],
      ['a quoted part', '"pla"'],
      ['a phrase whose first word goes on', 'pla-for'],
    ])('do not find by %s', async (_, q) => {
      await say('The plan for today');

      expect(await find(q)).toEqual([]);
    });

    it('find by letters that follow one another, not by the same letters apart', async () => {
      await say('abcxbcd');

      expect(await find('abcx')).toEqual(['abcxbcd']);
      expect(await find('abcd')).toEqual([]);
      expect(await find('cxb')).toEqual(['abcxbcd']);
    });

    it('without spaces between them find by any part, in order', async () => {
      await say('東京タワーへ行く');
      await say('京東');

      expect(await find('京タワ')).toEqual(['東京タワーへ行く']);
      expect(await find('京')).toEqual(['京東', '東京タワーへ行く']);
      expect(await find('"東京"')).toEqual(['東京タワーへ行く']);
    });

    it('of nothing but a few letters find as exactly as others', async () => {
      await say('a 7 é');

      for (const q of ['a', '7', 'e', '"a 7 e"']) expect(await find(q)).toEqual(['a 7 é']);
      expect(await find('b')).toEqual([]);
    });

    it('beyond all measure find themselves', async () => {
      await say('x'.repeat(8_000));

      expect(await find('x'.repeat(200))).toHaveLength(1);
    });
  });

  describe('what else must hold', () => {
    it('only the rooms that were asked for', async () => {
      await say('tea here');
      await say('tea there', { roomId: 'away' });
      await say('tea far off', { roomId: 'far' });

      expect(await find('tea', { roomIds: ['home', 'away'] })).toEqual(['tea there', 'tea here']);
      expect(await find('tea', { roomIds: ['nowhere'] })).toEqual([]);
      expect(await find('tea', { roomIds: [] })).toEqual([]);
    });

    it('rooms without number', async () => {
      await say('tea');
      const roomIds = Array.from({ length: 2_000 }, (_, i) => `room-${i}`);

      expect(await find('tea', { roomIds })).toEqual([]);
      expect(await find('tea', { roomIds: [...roomIds, 'home'] })).toEqual(['tea']);
    });

    it('the sender, and all that it should have, with or without words', async () => {
      await say('tea', { senderId: 'grace', has: ['link', 'pin'] });
      await say('more tea', { has: ['link'] });

      expect(await find('tea', { senderId: 'grace' })).toEqual(['tea']);
      expect(await find('has:link')).toEqual(['more tea', 'tea']);
      expect(await find('has:link has:pin')).toEqual(['tea']);
      expect(await find('', { senderId: 'ada' })).toEqual(['more tea']);
    });

    it('what it has or who sent it is no word', async () => {
      await say('tea', { senderId: 'grace', roomId: 'home', has: ['link'] });

      for (const q of ['grace', 'link', 'hlink', 'rhome', '"tea rhome"']) expect(await find(q)).toEqual([]);
    });

    it('when it was stored, to the millisecond', async () => {
      for (const at of [NOON - 1, NOON, NOON, NOON + 1]) await say(`tea ${at - NOON}`, { at });

      expect(await find('tea', { before: NOON })).toEqual(['tea -1']);
      expect(await find('tea', { after: NOON })).toEqual(['tea 1', 'tea 0', 'tea 0']);
      expect(await find('tea', { after: NOON, before: NOON + 1 })).toEqual(['tea 0', 'tea 0']);
      expect(await find('tea', { after: NOON + 2 })).toEqual([]);
      expect(await find('tea', { before: NOON + 2 })).toHaveLength(4);
    });

    it('pages meet every message once, also when the last one seen is gone', async () => {
      const documents = [];
      for (let i = 0; i < 5; i++) documents.push(await say(`tea ${i}`));
      expect(await find('tea', { limit: 2 })).toEqual(['tea 4', 'tea 3']);
      await take([], [documents[3]!.id]);

      expect(await find('tea', { limit: 2, beforeId: documents[3]!.id })).toEqual(['tea 2', 'tea 1']);
      expect(await find('tea', { limit: 2, beforeId: documents[1]!.id })).toEqual(['tea 0']);
      expect(await find('tea', { beforeId: uuidv7() })).toEqual([]);
    });
  });

  describe('taking', () => {
    it('again what is known changes nothing', async () => {
      const document = await say('tea');
      await take([document]);

      expect(await find('tea')).toEqual(['tea']);
    });

    it('a message that has changed replaces it, words and all', async () => {
      const document = await say('tea', { has: ['pin'] });

      await take([{ ...document, version: document.version + 1, words: ['coffee'], has: [] }]);

      expect(await find('tea')).toEqual([]);
      expect(await find('has:pin')).toEqual([]);
      expect(await find('coffee')).toHaveLength(1);
    });

    it('one that is gone takes it away, also when it was never there', async () => {
      const [known, unknown] = [await say('tea'), await write('tea')];

      await take([], [known.id, unknown.id]);

      expect(await find('tea')).toEqual([]);
    });

    it('remembers how far each room is known', async () => {
      expect(await index.versions()).toEqual(new Map());
      await take([await write('tea')], [], 3);
      await index.take({ documents: [], goneIds: [], versions: new Map([['away', 7]]) });
      await take([], [], 4);

      expect(await index.versions()).toEqual(
        new Map([
          ['away', 7],
          ['home', 4],
        ]),
      );
    });

    it('stores all of it or nothing', async () => {
      const document = await write('tea');
      const broken = new Map([['home', null as unknown as number]]);

      await expect(index.take({ documents: [document], goneIds: [], versions: broken })).rejects.toThrow();

      expect(await find('tea')).toEqual([]);
      await take([document]);
      expect(await find('te')).toEqual(['tea']);
    });

    it('after everything was forgotten begins anew', async () => {
      const document = await say('tea');

      await index.forget();

      expect(await index.versions()).toEqual(new Map());
      expect(await find('tea')).toEqual([]);
      await take([document]);
      expect(await find('te')).toEqual(['tea']);
    });
  });
}
