import { people } from '../people.js';
import type { Person } from '../person.js';
import { Server } from '../server.js';

describe('two people talk', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  afterAll(() => server.stop());

  it('what one says the other hears', async () => {
    const room = await ada.opens(grace);

    const said = await ada.says(room, 'hi');

    expect(await grace.hears('hi')).toEqual(said);
    expect(await ada.hears('hi')).toEqual(said);
    expect(said).toMatchObject({ seq: 1, senderId: ada.id, roomId: room.id });
  });

  it('nobody else hears it', async () => {
    const room = await ada.opens(grace);
    const general = (await linus.calls('rooms', {})).items.find(({ name }) => name === 'general')!;

    await ada.says(room, 'between us');
    await ada.says(general, 'to all');

    await linus.hears('to all');
    expect(linus.line.ears.messagesIn(room.id)).toEqual([]);
  });

  it('what was said over REST is heard as well', async () => {
    const room = await ada.opens(grace);

    const posted = await grace.posts(room, 'by post');

    expect(await ada.hears('by post')).toEqual(posted);
  });
});
