import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../common/caller.js';
import { AuthService, type Origin } from '../features/auth/auth.service.js';
import { Callers } from '../features/auth/callers.js';
import { RoomsService } from '../features/rooms/rooms.service.js';

const NOWHERE: Origin = { address: null, userAgent: undefined };

/** Ada and Grace as callers, with a group of theirs and the channel that everyone is in. */
export async function signedIn(app: INestApplicationContext) {
  const auth = app.get(AuthService);
  const callers = app.get(Callers);
  const rooms = app.get(RoomsService);
  const callerOf = async (name: string): Promise<Caller> => {
    const { token } = await auth.login({ username: name }, NOWHERE);
    const { userId, sessionId } = await callers.of(token);
    return { userId, sessionId, address: null };
  };
  const ada = await callerOf('ada');
  const grace = await callerOf('grace');

  const { items } = await rooms.list(ada, { limit: 1 });
  const group = await rooms.create(ada, { kind: 'group', name: 'rules', memberIds: [grace.userId] });
  return { ada, grace, roomId: group.id, generalId: items[0]!.id };
}
