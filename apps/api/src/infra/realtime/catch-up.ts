import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import { RealtimeServer } from './realtime-server.js';

/** After an outage several nodes find out, one after the other, what they could not say: that is one catching up. */
const GATHER_MS = 1_000;

/** The sockets of a node close in the course of so long, so that not all come back at once. */
const SPREAD_MS = 2_000;

/**
 * When this node has missed what others said, its clients did too. Their connections are closed: a client that comes back
 * asks for what it missed, whatever that is, as after any other loss of the network.
 */
@Injectable()
export class CatchUp implements OnModuleDestroy {
  readonly #logger = new Logger(CatchUp.name);
  readonly #timers = new Set<NodeJS.Timeout>();
  #isGathering = false;

  constructor(
    bus: Bus,
    private readonly server: RealtimeServer,
  ) {
    bus.onMissed(() => this.#begin());
  }

  onModuleDestroy(): void {
    this.#timers.forEach(clearTimeout);
  }

  #begin(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#after(GATHER_MS, () => {
      this.#isGathering = false;
      const sockets = [...this.server.io.of('/').sockets.values()];
      this.#logger.log({ msg: 'Clients catch up with what this node missed', count: sockets.length });
      for (const socket of sockets) this.#after(Math.random() * SPREAD_MS, () => socket.conn.close());
    });
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}
