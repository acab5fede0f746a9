import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('a conversation with myself', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  it('is one direct room with one member, however often it is opened', async () => {
    const phone = await signIn(server, 'ada');

    const room = await ada.opens(ada);

    expect(room).toMatchObject({ kind: 'direct', name: null, memberCount: 1, members: [{ id: ada.id }] });
    expect((await phone.calls('openDirect', { userId: ada.id })).id).toBe(room.id);
    expect((await ada.calls('rooms', {})).items.filter(({ id }) => id === room.id)).toHaveLength(1);
  });

  it('reaches my other devices, and is never unread', async () => {
    const phone = await signIn(server, 'ada');
    const room = await ada.opens(ada);

    await ada.says(room, 'remember the milk');
    await phone.posts(room, 'and the bread');
    for (const device of [ada, phone]) {
      await device.hears('remember the milk');
      await device.hears('and the bread');
      expect((await device.sees(room)).me).toMatchObject({ unreadCount: 0, mentionCount: 0 });
    }
  });

  it('is known to nobody else', async () => {
    const room = await ada.opens(ada);

    expect(await refusalOf(grace.sees(room))).toBe('not_found');
    expect(await refusalOf(grace.says(room, 'x'))).toBe('not_found');
    expect((await grace.opens(ada)).id).not.toBe(room.id);
  });
});
