import { Inject, Injectable } from '@nestjs/common';
import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Server } from 'socket.io';
import { OriginPolicy } from '../../common/origin-policy.js';
import { ENV } from '../../config/config.module.js';
import type { Env } from '../../config/env.js';
import { Bus } from '../bus/bus.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { adapterOver } from './bus-adapter.js';
import { CommandRouter } from './command-router.js';
import { corkPerTurn } from './cork.js';
import { guardHandshakes } from './handshake-door.js';
import { heard } from './heard.js';
import type { ParleyServer } from './socket.js';
import { endSlowReaders } from './slow-readers.js';

/** The largest frame a client may send, in bytes. */
const MAX_FRAME_BYTES = 1_000_000;

/** How long a client may take to hear that this node goes. */
const HEARD_WITHIN_MS = 2_000;

/** Owns the Socket.IO server: its transport, its door, its end. */
@Injectable()
export class RealtimeServer {
  readonly io: ParleyServer;

  constructor(
    @Inject(ENV) env: Env,
    private readonly origins: OriginPolicy,
    private readonly limits: RateLimits,
    private readonly router: CommandRouter,
    bus: Bus,
  ) {
    this.io = new Server({
      // One node tells its sockets without a detour.
      ...(bus.isShared && { adapter: adapterOver(bus) }),
      serveClient: false,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      httpCompression: false,
      // A client that died without a word is noticed after 40 s at the latest.
      pingInterval: 20_000,
      pingTimeout: 20_000,
      cors: { origin: env.ALLOWED_ORIGINS, credentials: true },
      // `cors` alone does not stop a WebSocket from a foreign page.
      allowRequest: (request, decide) => decide(null, origins.allows(request)),
    });
  }

  attach(server: HttpServer): void {
    this.io.attach(server);
    guardHandshakes(this.io, this.origins, this.limits);
    corkPerTurn(this.io);
    endSlowReaders(this.io);
  }

  /** Answers what is under way, sends every client elsewhere and closes all connections. */
  async drain(reconnectInMs: number): Promise<void> {
    this.io.local.emit('server:draining', { reconnectInMs });
    // What a client sent before it heard of it is answered; one that does not listen is waited for no longer than this.
    const sockets = [...this.io.of('/').sockets.values()];
    await Promise.race([Promise.all(sockets.map(heard)), delay(HEARD_WITHIN_MS)]);
    await this.router.close();
    // One more turn, so that corked acks are on their way before the sockets close.
    await delay(50);
    // Not `disconnectSockets`: a client that is told so does not come back by itself.
    for (const { conn } of this.io.of('/').sockets.values()) conn.close();
    await this.io.close();
  }
}
