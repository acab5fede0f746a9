import type { Draft } from './sender.js';
import type { Stored } from './stored.js';

/** Everything that anyone knows of some rooms at the end of a run, when all has settled. */
export type Story = {
  /** All that was written, each sender's in the order of writing. */
  sent: Draft[];
  acked: Stored[];
  /** What the server has, in its own order. */
  stored: Stored[];
  /** What devices were told of live, in that order. */
  heard: { device: string; connection: number; message: Stored }[];
  /** What devices hold of a room after they have caught up. */
  held: { device: string; roomId: string; messages: Stored[] }[];
};

export type FaultKind =
  'lost' | 'doubled' | 'phantom' | 'altered' | 'gap' | 'version' | 'reordered' | 'told twice' | 'diverged';

export type Fault = { kind: FaultKind; what: string };

const keyOf = (message: { clientId: string }) => message.clientId;

/** All that contradicts "an acked message is stored, once, for ever, in order, and everyone gets it". */
export function check(story: Story): Fault[] {
  return [
    ...lost(story),
    ...doubled(story),
    ...phantoms(story),
    ...altered(story),
    ...misplaced(story),
    ...reordered(story),
    ...toldTwice(story),
    ...diverged(story),
  ];
}

function lost({ acked, stored }: Story): Fault[] {
  const known = new Set(stored.map(keyOf));
  return acked.filter((ack) => !known.has(keyOf(ack))).map((ack) => fault('lost', ack));
}

function doubled({ stored }: Story): Fault[] {
  return [...repeated(stored, keyOf), ...repeated(stored, (message) => message.id)].map((message) =>
    fault('doubled', message),
  );
}

/** Stored or told, but never written by that person in that room. */
function phantoms({ sent, stored, heard }: Story): Fault[] {
  const written = new Set(sent.map((draft) => [draft.clientId, draft.userId, draft.roomId].join()));
  const known = new Set(stored.map((message) => message.id));
  const isUnwritten = (m: Stored) => !written.has([m.clientId, m.senderId, m.roomId].join());
  return [
    ...stored.filter(isUnwritten).map((message) => fault('phantom', message)),
    ...heard
      .filter(({ message }) => !known.has(message.id))
      .map(({ device, message }) => fault('phantom', message, `${device} heard it, but it is not stored`)),
  ];
}

/** Not what was written, or not what the ack or the fact said. */
function altered({ sent, acked, stored, heard }: Story): Fault[] {
  const bodies = new Map(sent.map((draft) => [draft.clientId, draft.body]));
  const told = new Map(stored.map((message) => [keyOf(message), print(message)]));
  const differs = (message: Stored) => (told.get(keyOf(message)) ?? print(message)) !== print(message);
  return [
    ...stored.filter((m) => bodies.has(m.clientId) && bodies.get(m.clientId) !== m.body),
    ...acked.filter(differs),
    ...heard.map(({ message }) => message).filter(differs),
  ].map((message) => fault('altered', message));
}

/** A room's seqs are 1, 2, 3 … and its versions rise with them. */
function misplaced({ stored }: Story): Fault[] {
  const faults: Fault[] = [];
  for (const messages of byRoom(stored).values()) {
    messages.forEach((message, i) => {
      const before = messages[i - 1];
      if (message.seq !== (before?.seq ?? 0) + 1) faults.push(fault('gap', message));
      if (message.version <= (before?.version ?? 0)) faults.push(fault('version', message));
    });
  }
  return faults;
}

function reordered({ sent, stored }: Story): Fault[] {
  const draftOf = new Map(sent.map((draft) => [draft.clientId, draft]));
  const latest = new Map<string, number>();
  return [...stored]
    .sort((one, other) => one.seq - other.seq)
    .filter((message) => {
      const draft = draftOf.get(message.clientId);
      if (!draft) return false;
      const place = `${draft.sender} in ${message.roomId}`;
      const isLate = draft.n < (latest.get(place) ?? 0);
      latest.set(place, Math.max(draft.n, latest.get(place) ?? 0));
      return isLate;
    })
    .map((message) => fault('reordered', message));
}

/** One connection is told of a message once. */
function toldTwice({ heard }: Story): Fault[] {
  return repeated(heard, (h) => [h.device, h.connection, h.message.id].join()).map(({ device, message }) =>
    fault('told twice', message, device),
  );
}

function diverged({ stored, held }: Story): Fault[] {
  const rooms = byRoom(stored);
  return held
    .filter(({ roomId, messages }) => all(messages) !== all(rooms.get(roomId) ?? []))
    .map(({ device, roomId, messages }) => {
      const counts = `${messages.length} of ${rooms.get(roomId)?.length ?? 0}`;
      return { kind: 'diverged', what: `${device} holds ${counts} messages of ${roomId}` };
    });
}

const all = (messages: Stored[]) => messages.map(print).join('\n');

const print = ({ id, roomId, seq, version, clientId, senderId, body }: Stored) =>
  JSON.stringify([id, roomId, seq, version, clientId, senderId, body]);

function byRoom(messages: Stored[]): Map<string, Stored[]> {
  const rooms = new Map<string, Stored[]>();
  for (const message of messages) {
    const room = rooms.get(message.roomId);
    if (room) room.push(message);
    else rooms.set(message.roomId, [message]);
  }
  return rooms;
}

/** Every item whose key an item before it has. */
function repeated<Item>(items: Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(key(item)).size);
}

const fault = (kind: FaultKind, { roomId, seq, clientId, body }: Stored, note = ''): Fault => ({
  kind,
  what: `${clientId} at ${seq} of ${roomId}: "${body.slice(0, 30)}" ${note}`.trim(),
});
