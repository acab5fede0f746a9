import { check, type FaultKind, type Story } from './checker.js';
import type { Stored } from './stored.js';

const ROOM = 'general';
const OTHER = 'harbour';

/** A run without a fault: two senders and two rooms, one listener, five messages. */
function soundStory(): Story {
  const stored = [
    message(ROOM, 1, 'ada', 1),
    message(ROOM, 2, 'grace', 1),
    message(ROOM, 3, 'ada', 2),
    message(OTHER, 1, 'grace', 2),
    message(OTHER, 2, 'grace', 3),
  ];
  return {
    sent: stored.map(({ clientId, senderId, roomId, body }) => {
      const n = Number(clientId.split('-')[1]);
      return { sender: senderId, userId: senderId, n, roomId, clientId, body };
    }),
    acked: structuredClone(stored),
    stored,
    heard: stored.slice(0, 3).map((m) => ({ device: 'linus', connection: 1, message: structuredClone(m) })),
    held: [ROOM, OTHER].map((roomId) => ({
      device: 'linus',
      roomId,
      messages: structuredClone(stored.filter((m) => m.roomId === roomId)),
    })),
  };
}

function message(roomId: string, seq: number, senderId: string, n: number): Stored {
  const clientId = `${senderId}-${n}`;
  return { id: `id-of-${clientId}`, roomId, seq, version: seq + 3, clientId, senderId, body: `word ${n}` };
}

const faultsAfter = (spoil: (story: Story) => unknown): FaultKind[] => {
  const story = soundStory();
  spoil(story);
  return check(story).map(({ kind }) => kind);
};

describe('The checker of what is stored', () => {
  it('finds nothing in a sound story', () => {
    expect(check(soundStory())).toEqual([]);
  });

  it('finds an acked message that is not stored', () => {
    expect(faultsAfter(({ stored }) => stored.pop())).toContain('lost');
  });

  it('accepts a message that nobody was told of as stored, stored or not', () => {
    const unacked = (story: Story) => {
      story.sent.push({ ...story.sent[0]!, n: 9, clientId: 'ada-9' });
    };
    expect(faultsAfter(unacked)).toEqual([]);
  });

  it('finds a message stored twice under one clientId', () => {
    const twice = ({ stored }: Story) => stored.push({ ...stored[4]!, id: 'another', seq: 3, version: 6 });
    expect(faultsAfter(twice)).toContain('doubled');
  });

  it('finds two messages under one id', () => {
    expect(faultsAfter(({ stored }) => (stored[1]!.id = stored[0]!.id))).toContain('doubled');
  });

  it('finds a message that nobody wrote', () => {
    const phantom = ({ stored }: Story) => stored.push(message(OTHER, 3, 'linus', 1));
    expect(faultsAfter(phantom)).toContain('phantom');
  });

  it('finds a message in a room it was not written for, or under the name of another', () => {
    expect(faultsAfter(({ sent }) => (sent[0]!.roomId = OTHER))).toContain('phantom');
    expect(faultsAfter(({ sent }) => (sent[0]!.userId = 'linus'))).toContain('phantom');
  });

  it('finds a message that was told but never stored', () => {
    const told = ({ heard }: Story) =>
      heard.push({ device: 'linus', connection: 1, message: message(OTHER, 3, 'grace', 4) });
    expect(faultsAfter(told)).toContain('phantom');
  });

  it('finds a body that is not what was written', () => {
    expect(faultsAfter(({ sent }) => (sent[2]!.body = 'word 2 '))).toEqual(['altered']);
  });

  it('finds a message that is stored elsewhere than its ack said', () => {
    expect(faultsAfter(({ acked }) => (acked[2]!.seq = 4))).toEqual(['altered']);
  });

  it('finds a message that is stored otherwise than it was told', () => {
    expect(faultsAfter(({ heard }) => (heard[0]!.message.version = 9))).toEqual(['altered']);
  });

  it('finds a gap in the positions of a room', () => {
    expect(faultsAfter(({ stored }) => (stored[4]!.seq = 3))).toContain('gap');
    expect(faultsAfter(({ stored }) => stored.splice(0, 1))).toContain('gap');
  });

  it('finds two messages under one version', () => {
    const same = ({ stored }: Story) => (stored[1]!.version = stored[0]!.version);
    expect(faultsAfter(same)).toContain('version');
  });

  it("finds one sender's messages in another order than they were written", () => {
    const swap = ({ sent }: Story) => ([sent[0]!.n, sent[2]!.n] = [2, 1]);
    expect(faultsAfter(swap)).toEqual(['reordered']);
  });

  it('accepts any order between senders, rooms and devices', () => {
    const elsewhere = ({ sent }: Story) => (sent[1]!.n = 7);
    expect(faultsAfter(elsewhere)).toEqual([]);
  });

  it('finds a message told twice on one connection', () => {
    expect(faultsAfter(({ heard }) => heard.push(heard[0]!))).toEqual(['told twice']);
  });

  it('accepts a message told again on another connection', () => {
    expect(faultsAfter(({ heard }) => heard.push({ ...heard[0]!, connection: 2 }))).toEqual([]);
  });

  it.each([
    ['misses one', (held: Stored[]) => held.pop()],
    ['has one too many', (held: Stored[]) => held.push(message(ROOM, 4, 'ada', 3))],
    ['has them in another order', (held: Stored[]) => held.reverse()],
    ['has another body', (held: Stored[]) => (held[0]!.body = 'word')],
  ])('finds a device that %s', (_, spoil) => {
    expect(faultsAfter(({ held }) => spoil(held[0]!.messages))).toEqual(['diverged']);
  });
});
