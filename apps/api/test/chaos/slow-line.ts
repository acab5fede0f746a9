import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Node, Place } from './node.js';

const lines: (() => void)[] = [];
afterEach(() => lines.splice(0).forEach((close) => close()));

/** The address of a node at the far end of a line on which everything takes so many milliseconds, either way. */
export async function slowLine(node: Node, delayMs: number): Promise<Place> {
  const ends = new Set<Socket>();
  const pass = (from: Socket, to: Socket) => {
    ends.add(from);
    const later = (act: () => void) => setTimeout(() => !to.destroyed && act(), delayMs);
    from.on('data', (data) => later(() => to.write(data)));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect(node.port, '127.0.0.1');
    pass(near, far);
    pass(far, near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  lines.push(() => {
    for (const end of ends) end.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
