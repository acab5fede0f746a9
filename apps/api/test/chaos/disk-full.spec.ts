import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { serverDatabase, type ServerEngine } from '../../src/testing/server-database.js';
import { signIn } from '../people.js';
import { PrivateServer } from './private-server.js';
import { report } from './report.js';
import { SmallDisk } from './small-disk.js';
import { describeWithRedis, twoNodes } from './two-nodes.js';

const LIMIT_MS = 120_000;

/** What an empty server takes, and a little more. */
const MEGABYTES: Record<ServerEngine, number> = { postgres: 200, mysql: 300 };

/** How often somebody is refused before it counts as full; the first rows may still find room in what is there. */
const REFUSALS = 40;
const LONG = 'x'.repeat(7_900);

const canMount = await SmallDisk.isPossible();

for (const engine of ['postgres', 'mysql'] as const) {
  const suite = canMount && PrivateServer.isThere(engine) ? describeWithRedis : describe.skip;

  suite(`R16 · the disk of ${engine} is full, under two nodes`, () => {
    it(
      'what cannot be stored is refused as storage_full, reads go on, and so does everything when there is space',
      async () => {
        const disk = await SmallDisk.of(MEGABYTES[engine]);
        const folder = path.join(disk.folder, 'data');
        await mkdir(folder);
        const server = await PrivateServer.start(engine, { folder });
        const { url: databaseUrl } = await serverDatabase(engine, server.url);
        const { a, b } = await twoNodes({ databaseUrl, settings: { LOG_LEVEL: 'fatal' } });
        const [ada, grace] = [await signIn(a, 'ada'), await signIn(b, 'grace')];
        const room = await ada.creates('group', 'full', grace);

        disk.fill();
        const acked: string[] = [];
        const refusals: string[] = [];
        const say = async (i: number, body: string) => {
          const said = await (i % 2 ? ada : grace)
            .says(room, body)
            .catch(({ code }: { code: string }) => code);
          if (typeof said === 'string') refusals.push(said);
          else acked.push(said.id);
        };
        for (let i = 0; refusals.length < REFUSALS; i += 5) {
          await Promise.all([0, 1, 2, 3, 4].map((k) => say(i + k, `${i + k} ${LONG}`)));
        }

        expect(new Set(refusals)).toEqual(new Set(['storage_full']));
        const idsSeenBy = async (who: typeof ada) => (await who.historyOf(room)).map(({ id }) => id).sort();
        expect(await idsSeenBy(ada)).toEqual(acked.toSorted());
        expect(await idsSeenBy(grace)).toEqual(acked.toSorted());
        report(
          `${engine}: ${refusals.length} refused as storage_full, ${acked.length} acked and all of them stored`,
        );

        await disk.free();
        const from = performance.now();
        acked.push((await ada.says(room, 'there is space')).id, (await grace.says(room, 'indeed')).id);
        report(`  goes on ${Math.round(performance.now() - from)} ms after there is space`);
        expect(await idsSeenBy(grace)).toEqual(acked.toSorted());
        expect(
          grace.line.ears
            .messagesIn(room.id)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(acked.toSorted());
      },
      LIMIT_MS,
    );
  });
}
