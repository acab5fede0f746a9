import http from 'node:http';

export type RawAnswer = { status: number; headers: http.IncomingHttpHeaders; body: string };

/** Whoever listens on a port of this machine. */
type Listening = { url: string };

type Given = { method?: string; path?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer };

/** An HTTP call with headers that browsers and `fetch` do not let a program choose: Host, Origin, Upgrade. */
export function rawHttp(server: Listening, { method = 'GET', path = '/', headers = {}, body }: Given) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const request = http.request({
      port: new URL(server.url).port,
      host: '127.0.0.1',
      method,
      path,
      headers,
      agent: false,
    });
    request.once('upgrade', ({ headers: given }, socket) => {
      socket.destroy();
      resolve({ status: 101, headers: given, body: '' });
    });
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** The handshake of a WebSocket, as a browser opens it. */
export const upgrade = (server: Listening, headers: http.OutgoingHttpHeaders) =>
  rawHttp(server, {
    path: '/socket.io/?EIO=4&transport=websocket',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    },
  });

/** The first request of the polling transport. */
export const poll = (server: Listening, headers: http.OutgoingHttpHeaders) =>
  rawHttp(server, { path: '/socket.io/?EIO=4&transport=polling', headers });
