import type { FactName, FactPayload, User } from '@parley/shared-types';
import type { ChatSocket } from '../connection/socket.js';

interface Request {
  name: string;
  payload: unknown;
  answer: (reply: unknown) => void;
  fail: (error: Error) => void;
}

/** A socket whose other end is the test. */
export class FakeSocket implements ChatSocket {
  connected = false;
  attempts = 0;
  /** All that was asked, oldest first. */
  readonly requests: Request[] = [];
  private facts: (name: string, payload: unknown) => void = () => {};
  private disconnected = () => {};
  private refused: (code: string | undefined) => void = () => {};

  connect() {
    this.attempts += 1;
  }

  disconnect() {
    if (this.connected) this.lose();
  }

  request(name: string, payload: unknown) {
    return new Promise<unknown>((answer, fail) => {
      this.requests.push({ name, payload, answer, fail });
    });
  }

  onFact(listener: (name: string, payload: unknown) => void) {
    this.facts = listener;
  }

  onDisconnect(listener: () => void) {
    this.disconnected = listener;
  }

  onConnectError(listener: (code: string | undefined) => void) {
    this.refused = listener;
  }

  /** The server lets this person in. */
  accept(user: User) {
    this.connected = true;
    this.tell('session:ready', { user, connectionId: 'connection', serverTime: user.createdAt });
  }

  refuse(code: string | undefined) {
    this.refused(code);
  }

  tell<Name extends FactName>(name: Name, payload: FactPayload<Name>) {
    this.facts(name, payload);
  }

  /** The connection breaks, and with it every answer that is still to come. */
  lose() {
    this.connected = false;
    for (const { fail } of this.requests) fail(new Error('socket has been disconnected'));
    this.disconnected();
  }
}
