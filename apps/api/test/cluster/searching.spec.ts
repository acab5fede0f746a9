import { Indexer } from '../../src/features/search/indexer.js';
import type { Room } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { until } from '../until.js';
import { Cluster, describeCluster } from './cluster.js';

describeCluster('searching on two nodes', () => {
  let cluster: Cluster;
  let ada: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    cluster = await Cluster.start();
    ada = await signIn(cluster.a, 'ada');
    grace = await signIn(cluster.b, 'grace');
    room = await ada.creates('group', 'both', grace);
  }, 60_000);
  afterAll(() => cluster?.stop(), 60_000);

  const isFound = async (person: Person, q: string) => (await person.calls('search', { q })).items.length > 0;

  it('finds on each what was said on either', async () => {
    await ada.says(room, 'harbour');
    await grace.says(room, 'lighthouse');

    for (const person of [ada, grace]) {
      for (const word of ['harbour', 'lighthouse']) {
        await until(`${word} to be found`, () => isFound(person, word));
      }
    }
  });

  it('what a node has stored and not taken in when it goes is taken in by the other', async () => {
    await cluster.b.api.app.get(Indexer).stop();
    await grace.says(room, 'a buoy');
    const other = await ada.creates('group', 'only ada');
    await ada.says(other, 'an anchor');
    await until('anchor to be found', () => isFound(ada, 'anchor'));
    expect(await isFound(ada, 'buoy')).toBe(false);

    await cluster.b.api.stop();

    await until('buoy to be found', () => isFound(ada, 'buoy'));
  }, 60_000);
});
