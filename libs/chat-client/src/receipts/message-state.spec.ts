import { ada, grace, linus } from '../testing/people.js';
import { sampleRoom } from '../testing/samples.js';
import { messageState } from './message-state.js';

const group = (...pointers: [string, number, number][]) =>
  sampleRoom({
    kind: 'group',
    receipts: pointers.map(([userId, deliveredSeq, readSeq]) => ({ userId, deliveredSeq, readSeq })),
  });
const mine: [string, number, number] = [ada.id, 9, 9];

test('a message is delivered once every other member has it, and read once all have read it', () => {
  const state = (room: ReturnType<typeof group>) => messageState({ seq: 5 }, room, ada.id);
  expect(state(group(mine, [grace.id, 5, 5], [linus.id, 4, 4]))).toBe('sent');
  expect(state(group(mine, [grace.id, 5, 5], [linus.id, 5, 4]))).toBe('delivered');
  expect(state(group(mine, [grace.id, 5, 5], [linus.id, 6, 6]))).toBe('read');
});

test('without receipts of others a message stays sent', () => {
  expect(messageState({ seq: 1 }, group(mine), ada.id)).toBe('sent');
  expect(messageState({ seq: 1 }, undefined, ada.id)).toBe('sent');
});
