import type { Room } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import type { Server } from '../server.js';

/** Ada and Grace share a direct room, a group and a channel, all Ada's; Linus is in none of them. */
export type Scene = {
  server: Server;
  ada: Person;
  grace: Person;
  linus: Person;
  direct: Room;
  group: Room;
  channel: Room;
};

export async function setScene(server: Server): Promise<Scene> {
  const { ada, grace, linus } = await people(server);
  const direct = await ada.opens(grace);
  const group = await ada.creates('group', 'compilers', grace);
  const channel = await ada.creates('channel', 'engines', grace);
  for (const room of [direct, group, channel]) await ada.says(room, 'first');
  return { server, ada, grace, linus, direct, group, channel };
}
