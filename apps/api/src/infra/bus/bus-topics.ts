/** What nodes tell each other, and what belongs to it. */
export type BusTopics = {
  /** What Socket.IO's adapter tells its peers: packets for rooms, and who joins or leaves them. */
  sockets: object;

  /** What these people may do in a room changed; null: what everyone may. */
  'access:changed': { roomId: string; userIds: string[] | null };
  'users:changed': { userIds: string[] };
  /** Sessions that opened, ended or changed. */
  'sessions:changed': { ids: string[] };
  /** The tabs of one session go on under another. */
  'session:renewed': { from: string; to: { id: string; expiresAt: number } };
  'typing:changed': { roomId: string; userId: string; isTyping: boolean };

  /** Somebody is connected to the node that says so, or no longer. */
  'presence:came': { userId: string };
  'presence:left': { userId: string };
  /** How many people are connected to it. */
  'presence:count': { count: number };
  /** All of them, in several parts. */
  'presence:all': { userIds: string[]; isFirst: boolean; isLast: boolean };
  /** A node wants to know that of this one; null: of every one. */
  'presence:asked': { nodeId: string | null };
};

export type BusTopic = keyof BusTopics;
