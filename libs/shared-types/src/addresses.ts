/**
 * Method and path, below `/api/v1`, of every REST call; parameters are written `:name`. Apart from `routes`, so
 * that a browser can call them without loading a schema.
 */
export const addresses = {
  login: 'POST /auth/login',
  logout: 'POST /auth/logout',
  me: 'GET /auth/me',
  sessions: 'GET /auth/sessions',
  endSession: 'DELETE /auth/sessions/:sessionId',
  findUsers: 'GET /users',
  user: 'GET /users/:userId',
  updateMe: 'PATCH /users/me',
  rooms: 'GET /rooms',
  discoverRooms: 'GET /rooms/discover',
  createRoom: 'POST /rooms',
  openDirect: 'POST /rooms/direct',
  room: 'GET /rooms/:roomId',
  updateRoom: 'PATCH /rooms/:roomId',
  archiveRoom: 'DELETE /rooms/:roomId',
  joinRoom: 'POST /rooms/:roomId/join',
  leaveRoom: 'POST /rooms/:roomId/leave',
  members: 'GET /rooms/:roomId/members',
  addMembers: 'POST /rooms/:roomId/members',
  updateMember: 'PATCH /rooms/:roomId/members/:userId',
  removeMember: 'DELETE /rooms/:roomId/members/:userId',
  updateMyMembership: 'PATCH /rooms/:roomId/me',
  messages: 'GET /rooms/:roomId/messages',
  postMessage: 'POST /rooms/:roomId/messages',
  changes: 'GET /rooms/:roomId/changes',
  markRead: 'POST /rooms/:roomId/read',
} as const;

export type RouteName = keyof typeof addresses;

/** `POST /auth/login` → its two halves. */
export function addressOf(name: RouteName): { method: string; url: string } {
  const [method, url] = addresses[name].split(' ') as [string, string];
  return { method, url };
}
