import type { Room } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { until } from '../until.js';
import { Cluster, describeCluster } from './cluster.js';

describeCluster('people on two nodes', () => {
  let cluster: Cluster;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    cluster = await Cluster.start();
    ada = await signIn(cluster.a, 'ada');
    grace = await signIn(cluster.b, 'grace');
    room = await ada.creates('group', 'two nodes', grace);
  });
  afterAll(() => cluster?.stop());

  it('hear each other, also in a room that began on the other node', async () => {
    const said = await ada.says(room, 'from a');
    await grace.says(room, 'from b');

    expect(await grace.hears('from a')).toEqual(said);
    expect((await ada.hears('from b')).seq).toBe(said.seq + 1);
    expect(ada.line.ears.messagesIn(room.id)).toHaveLength(2);
  });

  it('see what becomes of messages', async () => {
    const message = await ada.says(room, 'hello');
    await grace.asks('reaction:add', { messageId: message.id, emoji: '👍' });
    await ada.isTold('message:updated', ({ id, reactions }) => id === message.id && reactions.length === 1);
    await ada.asks('message:delete', { messageId: message.id });

    await grace.isTold('message:deleted', ({ id }) => id === message.id);
  });

  it('are all listed among those who type, whichever node tells', async () => {
    await ada.asks('typing:start', { roomId: room.id });
    await grace.isTold('typing:updated', ({ userIds }) => userIds.includes(ada.id));
    await grace.asks('typing:start', { roomId: room.id });

    const both = ({ userIds }: { userIds: string[] }) =>
      userIds.includes(ada.id) && userIds.includes(grace.id);
    await ada.isTold('typing:updated', both);
    await grace.isTold('typing:updated', both);

    ada.line.ears.forget();
    await grace.asks('typing:stop', { roomId: room.id });
    await ada.isTold('typing:updated', ({ userIds }) => userIds.length === 1 && userIds[0] === ada.id);
  });

  it('are shown to everyone as they last wanted', async () => {
    expect((await grace.calls('user', { userId: ada.id })).displayName).toBe('ada');
    await ada.calls('updateMe', { displayName: 'Ada L.', status: 'dnd' });

    await grace.isTold('user:updated', ({ displayName }) => displayName === 'Ada L.');
    expect(await grace.calls('user', { userId: ada.id })).toMatchObject({
      displayName: 'Ada L.',
      status: 'dnd',
    });
  });

  it('have one receipt of what they read on either node', async () => {
    const message = await ada.says(room, 'read me');
    await grace.hears('read me');
    await grace.reads(room, message.seq);

    await ada.isTold('receipt:updated', ({ receipts }) =>
      receipts.some(({ userId, readSeq }) => userId === grace.id && readSeq === message.seq),
    );
  });

  it('find in the search of one node what was said on the other', async () => {
    await ada.says(room, 'unmistakable');

    await until('it to be found', async () => {
      const { items } = await grace.calls('search', { q: 'unmistakable' });
      return items.length === 1;
    });
  });
});
