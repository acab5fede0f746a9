import type { Room } from '@parley/shared-types';

export const SECTIONS = ['starred', 'rooms', 'people'] as const;
export type SectionName = (typeof SECTIONS)[number];

const sectionOf = (room: Room): SectionName =>
  room.me?.starred ? 'starred' : room.kind === 'direct' ? 'people' : 'rooms';

/** My rooms in use, as the list shows them: in each section the order that they came in. */
export const sectionsOf = (rooms: readonly Room[]): Record<SectionName, Room[]> => {
  const sections: Record<SectionName, Room[]> = { starred: [], rooms: [], people: [] };
  for (const room of rooms) if (room.me && !room.archivedAt) sections[sectionOf(room)].push(room);
  return sections;
};

/** The same as one list, from top to bottom. */
export const inListOrder = (rooms: readonly Room[]): Room[] => {
  const sections = sectionsOf(rooms);
  return SECTIONS.flatMap((name) => sections[name]);
};

/** The next one of those that `counts`, after `roomId` in the list, round the end; `step` is 1 or -1. */
export const neighbourOf = (
  list: readonly Room[],
  roomId: string | null,
  step: 1 | -1,
  counts: (room: Room) => boolean = () => true,
): Room | undefined => {
  const ordered = step > 0 ? list : list.toReversed();
  const at = ordered.findIndex(({ id }) => id === roomId);
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))].find(counts);
};
