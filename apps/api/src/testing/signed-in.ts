import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../common/caller.js';
import { AuthService } from '../features/auth/auth.service.js';
import { RoomsService } from '../features/rooms/rooms.service.js';

/** Ada and Grace as callers, with a group of theirs and the channel that everyone is in. */
export async function signedIn(app: INestApplicationContext) {
  const auth = app.get(AuthService);
  const rooms = app.get(RoomsService);
  const callerOf = async (name: string): Promise<Caller> => {
    const { token } = await auth.login(name);
    const { userId, sessionId } = await auth.authenticate(token);
    return { userId, sessionId };
  };
  const ada = await callerOf('ada');
  const grace = await callerOf('grace');

  const { items } = await rooms.list(ada, { limit: 1 });
  const group = await rooms.create(ada, { kind: 'group', name: 'rules', memberIds: [grace.userId] });
  return { ada, grace, roomId: group.id, generalId: items[0]!.id };
}
