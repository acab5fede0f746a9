import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Node, Place } from './node.js';

const LOOK_EVERY_MS = 50;

export type Balancer = Place & {
  /** Every connection breaks at once. */
  cut(): void;
};

const balancers: (() => void)[] = [];
afterEach(() => balancers.splice(0).forEach((close) => close()));

/**
 * What stands before several nodes: each new connection goes to the next node that says it is ready. A connection stays
 * where it is, as a sticky one does.
 */
export async function balancer(nodes: Node[]): Promise<Balancer> {
  const ready = new Set(nodes);
  let isClosed = false;
  let turn = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    // Where none is, each is as good as the others.
    const able = ready.size > 0 ? [...ready] : nodes;
    const node = able[turn++ % able.length]!;
    const far = connect(node.port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const look = async (node: Node) => {
    while (!isClosed) {
      if (await node.isReady()) ready.add(node);
      else ready.delete(node);
      await delay(LOOK_EVERY_MS);
    }
  };
  for (const node of nodes) void look(node);
  const cut = () => open.forEach((socket) => socket.destroy());
  balancers.push(() => {
    isClosed = true;
    cut();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut };
}
