const KEPT = 50;
let visited: readonly string[] = [];

/** Remembers, for as long as this page lives, that a room was opened. */
export const noteVisit = (roomId: string) => {
  visited = [roomId, ...visited.filter((id) => id !== roomId)].slice(0, KEPT);
};

/** Those opened most recently first, the others in the order given; the one that is open comes last. */
export const recentFirst = <Item extends { id: string }>(rooms: readonly Item[], openId: string | null) => {
  const rankOf = ({ id }: Item) => {
    if (id === openId) return Infinity;
    const at = visited.indexOf(id);
    return at < 0 ? KEPT : at;
  };
  return rooms.toSorted((a, b) => rankOf(a) - rankOf(b));
};
