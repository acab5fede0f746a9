import type { Message, Room } from '@parley/shared-types';
import { people, signInAdmin } from '../people.js';
import type { Person } from '../person.js';
import type { Server } from '../server.js';

/**
 * Ada and Grace share a direct room, a group and a channel, all Ada's; Linus and the admin are in none of them. `said`
 * is hers.
 */
export type Scene = {
  server: Server;
  ada: Person;
  grace: Person;
  linus: Person;
  admin: Person;
  direct: Room;
  group: Room;
  channel: Room;
  said: { direct: Message; group: Message; channel: Message };
};

export async function setScene(server: Server): Promise<Scene> {
  const { ada, grace, linus } = await people(server);
  const admin = await signInAdmin(server, 'grace-admin');
  const direct = await ada.opens(grace);
  const group = await ada.creates('group', 'compilers', grace);
  const channel = await ada.creates('channel', 'engines', grace);
  const said = {
    direct: await ada.says(direct, 'first'),
    group: await ada.says(group, 'first'),
    channel: await ada.says(channel, 'first'),
  };
  return { server, ada, grace, linus, admin, direct, group, channel, said };
}
