const PREFIX = 'draft:';

/** Where something is being written: a room, or a thread in it. */
export const draftPlace = (roomId: string, threadRootId: string | null) =>
  threadRootId === null ? roomId : `${roomId}/${threadRootId}`;

const keyOf = (personId: string, place = '') => `${PREFIX}${personId}:${place}`;

const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};

/** Storage may be full or forbidden: then a draft lives as long as the page. */
const tried = <Value>(work: () => Value, otherwise: Value) => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

export const readDraft = (personId: string, place: string) =>
  tried(() => localStorage.getItem(keyOf(personId, place)) ?? '', '');

export const writeDraft = (personId: string, place: string, text: string) => {
  const key = keyOf(personId, place);
  tried(() => (text.trim() ? localStorage.setItem(key, text) : localStorage.removeItem(key)), undefined);
  changed();
};

const keysOf = (personId: string) =>
  tried(() => Object.keys(localStorage).filter((key) => key.startsWith(keyOf(personId))), []);

/** The rooms in which somebody has begun to write, in them or in their threads; sorted ids. */
export const draftRooms = (personId: string): string[] => {
  const rooms = keysOf(personId).map((key) => key.slice(keyOf(personId).length).split('/', 1)[0] ?? '');
  return [...new Set(rooms)].sort();
};

/** Leaves nothing of what somebody was writing on this device. */
export const forgetDrafts = (personId: string) => {
  for (const key of keysOf(personId)) tried(() => localStorage.removeItem(key), undefined);
  changed();
};

/** Calls back at every change, also of another tab. */
export const onDrafts = (listener: () => void) => {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
};
