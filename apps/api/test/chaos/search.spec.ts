import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { callRoute } from '../rest.js';
import { until } from '../until.js';
import { newNode, type Node } from './node.js';
import { seeded } from './random.js';
import { report } from './report.js';
import { signIn } from './sign-in.js';

const MESSAGES = 900;
const AT_ONCE = 50;
const KILLS = 4;
const LIMIT_MS = 120_000;

/** Every message that is found, page by page, the latest first. */
async function found(node: Node, token: string, q: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof callRoute<'search'>>> = await callRoute(node.url, token, 'search', {
      q,
      limit: 50,
      ...(cursor && { cursor }),
    });
    bodies.push(...page.items.map(({ message }) => message.body));
    cursor = page.nextCursor;
  }
  return bodies;
}

describe('A search index whose server is killed', () => {
  it(
    'has every message once in the end, as it is then',
    async () => {
      const random = seeded();
      report(`seed ${random.seed}`);
      const node = await newNode();
      await node.start();
      const { token } = await signIn(node, 'ada');
      const room = await callRoute(node.url, token, 'createRoom', { kind: 'group', name: 'search' });
      const said: { id: string; body: string }[] = [];
      for (let i = 0; i < MESSAGES; i += AT_ONCE) {
        const drafts = Array.from({ length: AT_ONCE }, (_, k) => ({
          roomId: room.id,
          clientId: randomUUID(),
          body: `needle ${i + k}`,
        }));
        said.push(
          ...(await Promise.all(drafts.map((draft) => callRoute(node.url, token, 'postMessage', draft)))),
        );
      }
      await callRoute(node.url, token, 'editMessage', { messageId: said[7]!.id, body: 'thread' });
      await callRoute(node.url, token, 'deleteMessage', { messageId: said[8]!.id });
      const inOrder = (
        await callRoute(node.url, token, 'changes', { roomId: room.id, since: 0, limit: 1_000 })
      ).messages
        .toSorted((one, other) => other.seq - one.seq)
        .map(({ body }) => body)
        .filter((body) => body.startsWith('needle'));

      for (let kill = 0; kill < KILLS; kill++) {
        await delay(random.between(0, 150));
        await node.kill();
        await node.start();
      }

      let last: string[] = [];
      await until(
        () => `all messages to be found, not ${last.length} of ${inOrder.length}`,
        async () => (last = await found(node, token, 'needle')).length === inOrder.length,
      );
      expect(last).toEqual(inOrder);
      expect(await found(node, token, 'thread')).toEqual(['thread']);
      expect(node.output).toBe('');
    },
    LIMIT_MS,
  );
});
