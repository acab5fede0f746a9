import type { Room, SearchResult } from '@parley/shared-types';

export type ResultGroup = { room: Room; results: SearchResult[] };

/** Runs of results from the same room, in the order they came: the latest first. */
export const groupsOf = (results: readonly SearchResult[]): ResultGroup[] => {
  const groups: ResultGroup[] = [];
  for (const result of results) {
    const last = groups.at(-1);
    if (last?.room.id === result.room.id) last.results.push(result);
    else groups.push({ room: result.room, results: [result] });
  }
  return groups;
};
