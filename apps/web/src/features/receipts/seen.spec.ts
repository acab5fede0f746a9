import type { Message, Room } from '@parley/shared-types';
import { seenBy } from './seen';

const message = { senderId: 'ada', seq: 5 } as Message;
const room = (receipts: Record<string, number>) =>
  ({
    members: Object.keys(receipts).map((id) => ({ id })),
    receipts: Object.entries(receipts).map(([userId, readSeq]) => ({
      userId,
      readSeq,
      deliveredSeq: readSeq,
    })),
  }) as Room;

test('whoever read as far as the message has seen it, its author apart', () => {
  expect(seenBy(room({ ada: 9, grace: 5, linus: 4 }), message)?.map(({ id }) => id)).toEqual(['grace']);
});

test('a member of whom nothing is known has not seen it', () => {
  const some = room({ ada: 9, grace: 6 });
  expect(seenBy({ ...some, receipts: some.receipts.slice(0, 1) }, message)).toEqual([]);
});

test('in a room too large to be told of each, nobody can say', () => {
  expect(seenBy(room({}), message)).toBeNull();
});
