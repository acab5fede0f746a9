import { WebSocketClient } from './web-socket.mjs';

// Engine.IO 4 packet types, and Socket.IO 5 packet types inside Engine.IO's `message`.
const OPEN = 0x30;
const PING = 0x32;
const MESSAGE = 0x34;
const CONNECTED = 0x30;
const EVENT = 0x32;
const ACK = 0x33;
const REFUSED = 0x34;

const ACCEPTED = Buffer.from('[{"ok":true');
const CREATED = Buffer.from('["message:created"');

/** Whether an event's payload is a `message:created`, without decoding it. */
export const isMessageCreated = (buffer, start) =>
  buffer.compare(CREATED, 0, CREATED.length, start, start + CREATED.length) === 0;

/** A Socket.IO connection over a plain WebSocket, as far as the benchmark needs the protocol. */
export class Socket {
  #acks = new Map();
  #lastAck = 0;

  /** @param onEvent gets each event's `["name", payload]` as a range of a buffer; valid during the call */
  static connect(origin, auth, onEvent = () => undefined) {
    return new Promise((resolve, reject) => {
      const socket = new Socket();
      socket.onEvent = onEvent;
      socket.settle = (error) => (error ? reject(error) : resolve(socket));
      socket.ws = new WebSocketClient(`${origin}/socket.io/?EIO=4&transport=websocket`, {
        onOpen: () => undefined,
        onPayload: (buffer, start, end) => socket.#receive(buffer, start, end, auth),
        onClose: () => socket.#lost(),
      });
    });
  }

  /** Sends a command; `onAck(ok, text)` gets whether it was accepted, and `text()` decodes the whole answer. */
  command(name, payload, onAck) {
    const id = ++this.#lastAck;
    this.#acks.set(id, onAck);
    this.ws.send(`42${id}["${name}",${payload}]`);
  }

  /** The same for code that may take its time: resolves with the answer's data. */
  ask(name, payload) {
    return new Promise((resolve, reject) => {
      this.command(name, JSON.stringify(payload), (ok, text) => {
        if (ok) resolve(JSON.parse(text())[0].data);
        else reject(new Error(`${name}: ${text()}`));
      });
    });
  }

  close() {
    this.closing = true;
    this.ws.destroy();
  }

  #receive(buffer, start, end, auth) {
    if (buffer[start] === PING) return this.ws.send('3');
    if (buffer[start] === OPEN) return this.ws.send(`40${JSON.stringify(auth)}`);
    if (buffer[start] !== MESSAGE) return;
    const type = buffer[start + 1];
    if (type === EVENT) this.onEvent(buffer, start + 2, end);
    else if (type === ACK) this.#acked(buffer, start + 2, end);
    else if (type === CONNECTED) this.settle();
    else if (type === REFUSED) this.#refused(buffer.toString('utf8', start + 2, end));
  }

  #acked(buffer, start, end) {
    let at = start;
    let id = 0;
    for (; buffer[at] >= 0x30 && buffer[at] <= 0x39; at++) id = id * 10 + (buffer[at] - 0x30);
    const onAck = this.#acks.get(id);
    this.#acks.delete(id);
    const ok = buffer.compare(ACCEPTED, 0, ACCEPTED.length, at, at + ACCEPTED.length) === 0;
    onAck?.(ok, () => buffer.toString('utf8', at, end));
  }

  #refused(reason) {
    this.settle(new Error(reason));
    this.close();
  }

  #lost() {
    this.settle(new Error('The connection was refused or lost.'));
    if (this.closing) return;
    for (const onAck of this.#acks.values()) onAck(false, () => 'connection lost');
    this.#acks.clear();
  }
}
