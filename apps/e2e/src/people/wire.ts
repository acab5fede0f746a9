import type { Page } from '@playwright/test';

const COMMAND = /^42(\d+)\["([\w:]+)"/;

/** Stands on a page's WebSocket, between it and the server, and does not let everything pass. */
export class Wire {
  readonly #refused = new Set<string>();
  readonly #held = new Set<string>();
  #waiting: (() => void)[] = [];

  private constructor() {}

  /** To be called before the page is opened. */
  static async into(page: Page): Promise<Wire> {
    const wire = new Wire();
    await page.routeWebSocket(/\/socket\.io\//, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((frame) => {
        const [, ackId, command = ''] = COMMAND.exec(String(frame)) ?? [];
        if (wire.#held.has(command)) wire.#waiting.push(() => server.send(frame));
        else if (wire.#refused.has(command)) socket.send(refusal(ackId));
        else server.send(frame);
      });
    });
    return wire;
  }

  /** Answers a command with an error that no retry mends. */
  refuses(command: string): void {
    this.#refused.add(command);
  }

  /** Keeps a command back until everything may pass. */
  holds(command: string): void {
    this.#held.add(command);
  }

  letsAllPass(): void {
    this.#refused.clear();
    this.#held.clear();
    for (const send of this.#waiting) send();
    this.#waiting = [];
  }
}

const refusal = (ackId: string | undefined) =>
  `43${ackId}${JSON.stringify([{ ok: false, error: { code: 'forbidden', message: 'Not now', requestId: '1' } }])}`;
