import type { Room } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';
import { until } from '../until.js';

describe('typing', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  afterAll(() => server.stop());

  const typingIn = (room: Room, to: Person) =>
    to.line.ears
      .of('typing:updated')
      .filter(({ roomId }) => roomId === room.id)
      .map(({ userIds }) => userIds);
  const seen = (room: Room, to: Person, ...who: Person[]) =>
    until(
      () => `typing of ${who.map(({ user }) => user.username).join(', ')}`,
      () => {
        const last = typingIn(room, to).at(-1);
        return last?.length === who.length && who.every(({ id }) => last.includes(id));
      },
    );

  it('is seen by the others, ends when it is stopped, and never leaves the room', async () => {
    const room = await ada.opens(grace);

    await ada.asks('typing:start', { roomId: room.id });
    await seen(room, grace, ada);
    await ada.asks('typing:stop', { roomId: room.id });
    await seen(room, grace);

    expect(typingIn(room, linus)).toEqual([]);
  });

  it('ends by itself, and that of somebody who renews it does not', async () => {
    const room = await ada.creates('group', 'typists', grace, linus);
    const renew = setInterval(() => void grace.asks('typing:start', { roomId: room.id }), 1_000);

    await ada.asks('typing:start', { roomId: room.id });
    await grace.asks('typing:start', { roomId: room.id });
    await seen(room, linus, ada, grace);
    await seen(room, linus, grace);
    clearInterval(renew);
    await seen(room, linus);

    expect(typingIn(room, linus).at(-1)).toEqual([]);
  });

  it('is told again when it is renewed', async () => {
    const room = await ada.creates('group', 'renewed', grace);

    await ada.asks('typing:start', { roomId: room.id });
    await seen(room, grace, ada);
    await ada.asks('typing:start', { roomId: room.id });

    await until(
      () => 'a second telling',
      () => typingIn(room, grace).length >= 2,
    );
    expect(typingIn(room, grace)).toEqual([[ada.id], [ada.id]]);
  });

  it('stopping where one was not typing tells nobody', async () => {
    const room = await ada.creates('group', 'silent', grace);

    await ada.asks('typing:stop', { roomId: room.id });
    await ada.says(room, 'a mark');
    await grace.hears('a mark');

    expect(typingIn(room, grace)).toEqual([]);
  });
});
