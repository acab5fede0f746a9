import { people, signIn } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';

describe('what people show of themselves', () => {
  let server: Server;
  let ada: Person, grace: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace } = await people(server));
  });
  afterAll(() => server.stop());

  const toldOf = (who: Person, of: Person) =>
    who.line.ears.of('user:updated').filter(({ id }) => id === of.id);

  it('a new name is told once to everyone who shares a room, and to my own devices', async () => {
    await ada.creates('group', 'one', grace);
    await ada.creates('group', 'two', grace);
    const phone = await signIn(server, 'grace');

    const changed = await grace.calls('updateMe', { displayName: 'Rear Admiral' });

    for (const who of [ada, grace, phone]) {
      expect(await who.isTold('user:updated', ({ id }) => id === grace.id)).toEqual(changed);
    }
    await grace.says(await grace.opens(ada), 'a mark');
    await ada.hears('a mark');
    expect(toldOf(ada, grace)).toHaveLength(1);
    expect((await ada.calls('user', { userId: grace.id })).displayName).toBe('Rear Admiral');
  });

  it('who is in no room with me hears nothing of it', async () => {
    const loner = await signIn(server, 'linus-alone');
    const { items } = await loner.calls('rooms', {});
    for (const room of items) await loner.leaves(room);

    await ada.calls('updateMe', { displayName: 'Countess' });
    await grace.isTold('user:updated', ({ id }) => id === ada.id);
    const mark = await ada.opens(loner);
    await ada.says(mark, 'shared from now on');
    await loner.hears('shared from now on');

    expect(toldOf(loner, ada)).toEqual([]);
  });

  it('a status, or the same name again, is no new profile', async () => {
    const { displayName } = await ada.calls('me', {});
    const before = toldOf(grace, ada).length;

    await ada.calls('updateMe', { displayName, status: 'away' });
    await ada.says(await ada.opens(grace), 'another mark');
    await grace.hears('another mark');

    expect(toldOf(grace, ada)).toHaveLength(before);
  });
});
