import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const BOUNDARY = 'parley-slow-upload';
const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="large.bin"\r\n\r\n`;
const END = `\r\n--${BOUNDARY}--\r\n`;

type Target = { port: number; token: string };

/** An upload that a test sends piece by piece, and may end as it likes. */
export class SlowUpload {
  readonly request: http.ClientRequest;
  /** How it was answered; null when the connection ended instead. */
  readonly answer: Promise<{ status: number; body: string } | null>;

  constructor({ port, token }: Target, contentLength?: number) {
    this.request = http.request({
      ...{ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/uploads', agent: false },
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...(contentLength !== undefined && { 'content-length': contentLength }),
      },
    });
    this.answer = new Promise((resolve) => {
      this.request.once('error', () => resolve(null));
      this.request.once('response', (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.once('end', () => resolve({ status: response.statusCode!, body }));
        response.once('error', () => resolve(null));
      });
    });
    this.request.write(HEAD);
  }

  /** Settles when the connection has room for more, as a client does that does not keep it all in memory. */
  async sends(bytes: Buffer): Promise<void> {
    if (!this.request.write(bytes) && !this.request.destroyed) await once(this.request, 'drain');
  }

  /** So many bytes, and a rest after each piece. */
  async trickles(bytes: number, pieceBytes: number, restMs: number): Promise<void> {
    const piece = Buffer.alloc(pieceBytes, 0xa7);
    for (let sent = 0; sent < bytes; sent += pieceBytes) {
      await this.sends(piece.subarray(0, Math.min(pieceBytes, bytes - sent)));
      await delay(restMs);
    }
  }

  finish(): Promise<{ status: number; body: string } | null> {
    this.request.end(END);
    return this.answer;
  }

  tears(): void {
    this.request.destroy();
  }
}
