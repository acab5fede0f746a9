import { draftPlace, draftRooms, forgetDrafts, onDrafts, readDraft, writeDraft } from './draft-store';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  const storage = new Proxy(
    {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
      removeItem: (key: string) => void stored.delete(key),
    },
    {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  Object.assign(globalThis, {
    localStorage: storage,
    addEventListener: () => {},
    removeEventListener: () => {},
  });
});

test('a draft belongs to one person and to one room or thread', () => {
  writeDraft('ada', draftPlace('r1', null), 'to the room');
  writeDraft('ada', draftPlace('r1', 't1'), 'to the thread');
  expect(readDraft('ada', 'r1')).toBe('to the room');
  expect(readDraft('ada', draftPlace('r1', 't1'))).toBe('to the thread');
  expect(readDraft('ada', draftPlace('r1', 't2'))).toBe('');
  expect(readDraft('grace', 'r1')).toBe('');
});

test('rooms with something begun in them or in their threads are known, each once', () => {
  writeDraft('ada', draftPlace('r2', 't1'), 'a');
  writeDraft('ada', draftPlace('r2', null), 'b');
  writeDraft('ada', draftPlace('r1', null), 'c');
  writeDraft('ada', draftPlace('r3', null), '   ');
  writeDraft('grace', draftPlace('r4', null), 'd');
  expect(draftRooms('ada')).toEqual(['r1', 'r2']);
});

test('what was sent or emptied is no draft', () => {
  writeDraft('ada', 'r1', 'a');
  writeDraft('ada', 'r1', '');
  expect(draftRooms('ada')).toEqual([]);
});

test('who signs out leaves nothing, and takes nothing from others', () => {
  writeDraft('ada', 'r1', 'a');
  writeDraft('grace', 'r1', 'b');
  forgetDrafts('ada');
  expect(draftRooms('ada')).toEqual([]);
  expect(draftRooms('grace')).toEqual(['r1']);
});

test('every change is told, until nobody listens', () => {
  let told = 0;
  const stop = onDrafts(() => (told += 1));
  writeDraft('ada', 'r1', 'a');
  forgetDrafts('ada');
  stop();
  writeDraft('ada', 'r1', 'a');
  expect(told).toBe(2);
});

test('without a storage a page still works', () => {
  Object.assign(globalThis, { localStorage: undefined });
  expect(() => writeDraft('ada', 'r1', 'a')).not.toThrow();
  expect(readDraft('ada', 'r1')).toBe('');
  expect(draftRooms('ada')).toEqual([]);
});
