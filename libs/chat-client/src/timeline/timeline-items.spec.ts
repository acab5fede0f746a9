import { changesOf } from '../messages/message-changes.js';
import type { OutboxChange, OutboxMessage } from '../messages/outbox-entry.js';
import { ada, grace } from '../testing/people.js';
import { ROOM_ID, sampleMessage, sampleMessages, sampleRoom } from '../testing/samples.js';
import { timelineItems, type ItemsInput } from './timeline-items.js';

const entry = {
  userId: ada.id,
  roomId: ROOM_ID,
  createdAt: '2026-03-01T00:00:00.000Z',
  position: 1,
  owner: 'tab',
  state: 'queued',
  error: null,
} as const;
const edit = (target = sampleMessage(2), body = 'changed'): OutboxChange => ({
  ...entry,
  clientId: 'change',
  action: 'edit',
  body,
  target,
});
const unsent = (changed: Partial<OutboxMessage> = {}): OutboxMessage => ({
  ...entry,
  clientId: 'unsent',
  action: 'send',
  body: 'hello',
  replyToId: null,
  threadRootId: null,
  isTried: false,
  then: null,
  message: null,
  ...changed,
});
const input = (changed: Partial<ItemsInput> = {}): ItemsInput => ({
  messages: sampleMessages(1, 3),
  quoted: {},
  unsent: [],
  changes: changesOf([], ROOM_ID),
  room: sampleRoom(),
  meId: ada.id,
  ...changed,
});

test('a change of mine is seen in its row, and no other row is made again', () => {
  const toItems = timelineItems();
  const given = input();
  const before = toItems(given);
  const during = toItems({ ...given, changes: changesOf([edit()], ROOM_ID) });
  expect(during[1]).toMatchObject({ body: 'changed', isPending: true, message: { body: 'changed' } });
  expect([during[0], during[2]]).toEqual([before[0], before[2]]);
  expect(during[0]).toBe(before[0]);
  expect(toItems({ ...given, changes: changesOf([edit()], ROOM_ID) })[1]).toBe(during[1]);
  const after = toItems(given);
  expect(after[1]).toMatchObject({ body: 'message 2', isPending: false });
});

test('a reply shows what it quotes as it is now, with my changes to it', () => {
  const toItems = timelineItems();
  const parent = sampleMessage(9);
  const given = input({
    messages: [sampleMessage(10, { replyToId: parent.id })],
    quoted: { [parent.id]: parent },
  });
  const [before] = toItems(given);
  expect(before).toMatchObject({ replyToId: parent.id, quoted: parent });
  expect(toItems({ ...given, quoted: { ...given.quoted } })[0]).toBe(before);
  const edited = { ...parent, body: 'edited', version: 20 };
  expect(toItems({ ...given, quoted: { [parent.id]: edited } })[0]?.quoted).toBe(edited);
  const changes = changesOf([edit(parent, 'changed')], ROOM_ID);
  expect(toItems({ ...given, changes })[0]?.quoted?.body).toBe('changed');
});

test('a reply that is not sent yet shows what it quotes', () => {
  const given = input({ unsent: [unsent({ replyToId: sampleMessage(2).id })] });
  expect(timelineItems()(given).at(-1)).toMatchObject({ body: 'hello', quoted: { seq: 2 }, message: null });
});

test('what was edited or removed on its way is shown so', () => {
  const edited = unsent({ then: { action: 'edit', body: 'better' } });
  expect(timelineItems()(input({ unsent: [edited] })).at(-1)).toMatchObject({
    body: 'better',
    isPending: true,
  });
  const removed = unsent({ then: { action: 'remove' } });
  expect(timelineItems()(input({ unsent: [removed] }))).toHaveLength(3);
});

test('of ten thousand rows only the one that changed is made again', () => {
  const toItems = timelineItems();
  const given = input({ messages: sampleMessages(1, 10_000) });
  const before = toItems(given);
  const messages = given.messages.with(5_000, sampleMessage(5_001, { body: 'edited', version: 20_000 }));
  const after = toItems({ ...given, messages });
  expect(after.filter((item, index) => item !== before[index]).map(({ body }) => body)).toEqual(['edited']);
  expect(after[0]?.senderId).toBe(grace.id);
});
