import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { FrameReader, textFrame } from './frames.mjs';

const HEAD_END = Buffer.from('\r\n\r\n');
// Reads are handled one at a time, so all connections share one buffer.
const shared = Buffer.allocUnsafe(256 * 1024);

/**
 * A WebSocket that costs the reader little: a receiver that counts frames must not be what a measurement
 * measures. `onPayload(buffer, start, end)` gets every frame's payload.
 */
export class WebSocketClient {
  #corked = false;
  #open = false;
  #head = Buffer.alloc(0);

  constructor(url, { onOpen, onPayload, onClose }) {
    const { hostname, port, pathname, search } = new URL(url);
    this.reader = new FrameReader(onPayload);
    this.onOpen = onOpen;
    const onread = {
      buffer: shared,
      callback: (length, buffer) => this.#receive(buffer.subarray(0, length)),
    };
    this.tcp = connect({ host: hostname, port: Number(port), noDelay: true, onread });
    this.tcp.on('error', () => undefined);
    this.tcp.on('close', () => onClose());
    this.tcp.on('connect', () => this.tcp.write(upgrade(`${pathname}${search}`, `${hostname}:${port}`)));
  }

  /** Frames of one turn of the event loop leave in one write. */
  send(text) {
    if (!this.#corked) {
      this.#corked = true;
      this.tcp.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.tcp.uncork();
      });
    }
    this.tcp.write(textFrame(text));
  }

  /** Ends without a word, as a lost network does. */
  destroy() {
    this.tcp.destroy();
  }

  #receive(chunk) {
    if (this.#open) return this.reader.push(chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    const end = this.#head.indexOf(HEAD_END);
    if (end < 0) return;
    const status = this.#head.subarray(0, end).toString().split('\r\n', 1)[0];
    if (!status.includes(' 101 ')) return this.tcp.destroy();
    this.#open = true;
    this.onOpen();
    this.reader.push(this.#head.subarray(end + HEAD_END.length));
  }
}

const upgrade = (path, host) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n');
