import type { ThreadState } from '@parley/shared-types';

/**
 * A thread that I follow: what the server said last, and what was seen since. `heard` are replies of others beyond
 * that, ascending; `readSeq` is how far I read here, which may be further than the server knows.
 */
export interface FollowedThread {
  readonly said: ThreadState;
  readonly heard: readonly number[];
  readonly readSeq: number;
}

export const followedThread = (said: ThreadState): FollowedThread => ({
  said,
  heard: [],
  readSeq: said.readSeq,
});

/** The state as it is now. Nothing is unread in a thread that I do not follow. */
export const stateOf = ({ said, heard, readSeq }: FollowedThread): ThreadState => ({
  ...said,
  readSeq,
  lastSeq: Math.max(said.lastSeq, heard.at(-1) ?? 0),
  unreadCount: said.isFollowed
    ? (readSeq >= said.lastSeq ? 0 : said.unreadCount) + heard.filter((seq) => seq > readSeq).length
    : 0,
});

/**
 * Takes in what the server says. `isUnsure` when it knew more of one thing and less of another than was known here:
 * then it is to be asked.
 */
export const say = (
  known: FollowedThread,
  said: ThreadState,
): { thread: FollowedThread; isUnsure: boolean } => {
  const isOlder = said.lastSeq < known.said.lastSeq || said.readSeq < known.said.readSeq;
  const isNewer = said.lastSeq > known.said.lastSeq || said.readSeq > known.said.readSeq;
  const { isFollowed } = said;
  if (isOlder) return { thread: { ...known, said: { ...known.said, isFollowed } }, isUnsure: isNewer };
  const readSeq = Math.max(known.readSeq, said.readSeq);
  const heard = known.heard.filter((seq) => seq > said.lastSeq);
  return { thread: { said, heard, readSeq }, isUnsure: false };
};

/** A reply: of somebody else, or of mine, which says that I have read everything before it. */
export const hear = (known: FollowedThread, seq: number, isMine: boolean): FollowedThread => {
  if (isMine) return readTo(known, seq);
  if (seq <= known.said.lastSeq || known.heard.includes(seq)) return known;
  return { ...known, heard: [...known.heard, seq].sort((a, b) => a - b) };
};

export const readTo = (known: FollowedThread, seq: number): FollowedThread =>
  seq > known.readSeq ? { ...known, readSeq: seq } : known;

/** A reply of somebody else was deleted; undefined when it cannot be told here whether it counted. */
export const unhear = (known: FollowedThread, seq: number): FollowedThread | undefined => {
  if (seq <= known.readSeq) return known;
  if (seq <= known.said.lastSeq) return undefined;
  return { ...known, heard: known.heard.filter((other) => other !== seq) };
};
