import { randomUUID } from 'node:crypto';
import type { Room } from '@parley/shared-types';
import { signIn } from '../people.js';
import type { Person } from '../person.js';
import { callRoute } from '../rest.js';
import { failing, failingAtCommit } from './faulty-database.js';
import type { Node } from './node.js';
import { report } from './report.js';
import { CLUSTER_ENGINE, describeTwoNodes, twoNodes, type Nodes } from './two-nodes.js';

/** The full form of this test has more. */
const ROUNDS = Number(process.env['CHAOS_CYCLES'] ?? 3);

const outcomeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'ok',
    ({ code }: { code?: string }) => code ?? 'no answer',
  );

const count = (outcomes: string[]): Record<string, number> =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((o) => o === one).length]));

const numbers = (most: number) => Array.from({ length: most }, (_, i) => i);

describeTwoNodes('two nodes write to one database', () => {
  let nodes: Nodes;
  let ada: Person, adaThere: Person, grace: Person;
  let room: Room;

  beforeAll(async () => {
    nodes = await twoNodes({ life: 'file', settings: { LOG_LEVEL: 'fatal' } });
    ada = await signIn(nodes.a, 'ada');
    adaThere = await signIn(nodes.b, 'ada');
    grace = await signIn(nodes.b, 'grace');
  }, 60_000);
  beforeEach(async () => {
    room = await ada.creates('group', 'shared', grace);
  });

  /** By turns over a socket and REST, on one node and the other. */
  const ways = () => [
    (body: string, id: string) => ada.says(room, body, id),
    (body: string, id: string) => adaThere.posts(room, body, id),
    (body: string, id: string) => ada.posts(room, body, id),
    (body: string, id: string) => adaThere.says(room, body, id),
  ];
  const send = (i: number, body: string, clientId: string) => ways()[i % 4]!(body, clientId);
  const heardBy = (who: Person) => who.line.ears.messagesIn(room.id).map(({ body }) => body);

  const atCommit = CLUSTER_ENGINE === 'postgres' ? it : it.skip;
  atCommit(
    'R2 · a commit that fails in the database acks nothing, stores nothing, tells nothing',
    async () => {
      const clientIds = numbers(20).map(() => randomUUID());
      const twenty = () => Promise.all(clientIds.map((id, i) => outcomeOf(send(i, `word ${i}`, id))));

      const failed = await failingAtCommit(nodes.databaseUrl, twenty);
      expect(count(failed)).toEqual({ unavailable: 20 });
      expect(await grace.historyOf(room)).toEqual([]);
      expect(await grace.sees(room)).toMatchObject({ lastSeq: 0, version: room.version });
      const after = count(await twenty());

      expect(after).toEqual({ ok: 20 });
      expect((await grace.historyOf(room)).map(({ seq }) => seq)).toEqual(numbers(20).map((i) => i + 1));
      await grace.hears('word 19');
      expect(new Set(heardBy(grace)).size).toBe(heardBy(grace).length);
      report(`R2: ${failed.filter((one) => one === 'ok').length} positive acks for 20 failed commits (0)`);
    },
  );

  it('R3 · of fifty writes at once the half that fails late takes nobody with it', async () => {
    const outcomes = await failing(nodes.databaseUrl, 'poison', () =>
      Promise.all(
        numbers(50).map((i) => outcomeOf(send(i, `${i % 2 ? 'poison' : 'valid'} ${i}`, randomUUID()))),
      ),
    );

    const valid = outcomes.filter((_, i) => i % 2 === 0);
    expect(count(valid)).toEqual({ ok: 25 });
    expect(outcomes.filter((_, i) => i % 2)).not.toContain('ok');
    const stored = await ada.historyOf(room);
    expect(stored.map(({ seq }) => seq)).toEqual(numbers(25).map((i) => i + 1));
    expect(stored.every(({ body }) => body.startsWith('valid'))).toBe(true);
    report(`R3: ${stored.length} of 25 valid writes stored (25)`);
  });

  it('R4 · one message sent ten times at once, over every way of both nodes, is one message', async () => {
    for (let round = 1; round <= ROUNDS * 5; round++) {
      const clientId = randomUUID();
      const answers = await Promise.all(numbers(10).map((i) => send(i, `once ${round}`, clientId)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    }
    await adaThere.says(room, 'the end');

    expect(await ada.historyOf(room)).toHaveLength(ROUNDS * 5 + 1);
    for (const who of [ada, adaThere, grace]) {
      await who.hears('the end');
      const all = [...numbers(ROUNDS * 5).map((i) => `once ${i + 1}`), 'the end'];
      expect(heardBy(who)).toEqual(all);
    }
    report(`R4: ${ROUNDS * 5} messages of ten sends each, each one row and one event (1)`);
  });

  it('R18 · fifty logins of a new name at once, on both nodes, make one person', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const spellings = [`Linus-${round}`, `LINUS-${round}`, ` linus-${round} `, `ｌｉｎｕｓ-${round}`];
      const login = (i: number) =>
        callRoute(nodes.all[i % nodes.all.length]!.url, undefined, 'login', {
          username: spellings[i % spellings.length]!,
        });
      const results = await Promise.all(numbers(50).map(login));

      expect(new Set(results.map(({ user }) => user.id)).size).toBe(1);
    }
    report(`R18: ${ROUNDS} × 50 logins of a new name: one person each (1)`);
  });

  it('R18 · fifty direct rooms of one pair at once, both ways and on both nodes, are one room', async () => {
    const hostOf = (i: number): Node => nodes.all[i % nodes.all.length]!;
    for (let round = 1; round <= ROUNDS; round++) {
      const [one, other] = await Promise.all([
        signIn(nodes.a, `ada-${round}`),
        signIn(nodes.b, `grace-${round}`),
      ]);
      const open = (i: number) => {
        const [from, to] = i % 3 ? [one, other] : [other, one];
        return callRoute(hostOf(i).url, from.token, 'openDirect', { userId: to.id });
      };
      const opened = await Promise.all(numbers(50).map(open));

      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      await one.says(opened[0]!, 'a mark');
      for (const who of [one, other]) {
        await who.hears('a mark');
        expect(who.line.ears.of('room:created').filter(({ id }) => id === opened[0]!.id)).toHaveLength(1);
      }
    }
    report(`R18: ${ROUNDS} × 50 direct rooms of a pair: one room each (1)`);
  });
});
