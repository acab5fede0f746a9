import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { endSlowRequests } from './slow-requests.js';

describe('requests that never end', () => {
  let server: http.Server;

  beforeEach(async () => {
    server = http.createServer((request: IncomingMessage, response: ServerResponse) => {
      request.resume();
      request.once('end', () => response.end());
    });
    endSlowRequests(server, 50);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const send = async (path: string, head: string, body: string): Promise<net.Socket> => {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n${body}`);
    return socket.resume();
  };

  it.each([
    ['of a length', 'Content-Length: 10', 'half'],
    ['in pieces', 'Transfer-Encoding: chunked', '4\r\nhalf\r\n'],
  ])('are ended, when they are %s; uploads may take longer', async (_, head, half) => {
    const upload = await send('/api/v1/uploads', head, half);
    const slow = await send('/api/v1/rooms', head, half);

    await once(slow, 'close');

    expect(upload.destroyed).toBe(false);
    upload.destroy();
  });

  it('leave those alone that are answered', async () => {
    const socket = await send('/api/v1/rooms', 'Content-Length: 4', 'full');

    const [answer] = (await once(socket, 'data')) as [Buffer];

    expect(String(answer)).toMatch(/^HTTP\/1.1 200/);
    socket.destroy();
  });
});
