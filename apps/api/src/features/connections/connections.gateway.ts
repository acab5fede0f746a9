import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MAX_SOCKETS_PER_USER } from '@parley/shared-types';
import { OriginPolicy } from '../../common/origin-policy.js';
import { AppError, rateLimited, unavailable } from '../../common/app-error.js';
import { Lifecycle } from '../../infra/lifecycle/lifecycle.js';
import { CommandRouter } from '../../infra/realtime/command-router.js';
import { ConnectionRegistry } from '../../infra/realtime/connection-registry.js';
import { RateLimits } from '../../infra/rate-limit/rate-limits.js';
import { RealtimeServer } from '../../infra/realtime/realtime-server.js';
import { roomChannel, sessionChannel, userChannel, type ParleySocket } from '../../infra/realtime/socket.js';
import { Callers } from '../auth/callers.js';
import { presentedToken } from '../auth/presented-token.js';
import { SessionsService } from '../auth/sessions.service.js';
import { MembersRepository } from '../members/members.repository.js';
import { RoomAccess } from '../members/room-access.js';
import { PresenceService } from '../presence/presence.service.js';
import { UsersService } from '../users/users.service.js';
import { ConnectionsService } from './connections.service.js';

const EXPIRY_CHECK_MS = 10_000;

/** The door of every socket: who it is, what it hears, and that it is known. */
@Injectable()
export class ConnectionsGateway implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(ConnectionsGateway.name);
  #expiryCheck: NodeJS.Timeout;

  constructor(
    private readonly server: RealtimeServer,
    private readonly router: CommandRouter,
    private readonly registry: ConnectionRegistry,
    private readonly limits: RateLimits,
    private readonly lifecycle: Lifecycle,
    private readonly callers: Callers,
    private readonly sessions: SessionsService,
    private readonly origins: OriginPolicy,
    private readonly users: UsersService,
    private readonly members: MembersRepository,
    private readonly access: RoomAccess,
    private readonly presence: PresenceService,
    private readonly connections: ConnectionsService,
  ) {}

  onApplicationBootstrap(): void {
    const { io } = this.server;
    io.use((socket, next) => {
      this.#authenticate(socket).then(
        () => next(),
        (error: unknown) => next(toConnectError(error)),
      );
    });
    io.on('connection', (socket) => this.#accept(socket));
    this.#expiryCheck = setInterval(() => void this.#closeExpired().catch(() => undefined), EXPIRY_CHECK_MS);
    this.#expiryCheck.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#expiryCheck);
  }

  async #authenticate(socket: ParleySocket): Promise<void> {
    if (this.lifecycle.isDraining) throw unavailable();
    const { auth, headers } = socket.handshake;
    const given: unknown = (auth as { token?: unknown }).token;
    const token = typeof given === 'string' ? given : presentedToken(headers).token;

    const address = this.origins.clientOf(socket.request);
    const caller = await this.callers.of(token, headers['user-agent']).catch(async (error: unknown) => {
      // One connection may try as many tokens as it likes: each costs what a connection does.
      await this.limits.stranger(address);
      throw error;
    });
    const { expiresAt, userId, sessionId } = caller;
    // On each node so many: together they are bounded by the number of nodes, and nobody has to be asked.
    if (this.registry.countOf(userId) >= MAX_SOCKETS_PER_USER) {
      throw rateLimited(undefined, 'Too many connections are open. Close one first.');
    }
    socket.data.caller = { userId, sessionId, connectionId: socket.id, address };
    socket.data.expiresAt = expiresAt;
  }

  #accept(socket: ParleySocket): void {
    const { userId, sessionId } = socket.data.caller;
    void socket.join([userChannel(userId), sessionChannel(sessionId)]);
    this.presence.connected(userId, socket.id);
    const recorded = this.connections.opened(socket.id, socket.data.caller);

    // Commands wait until the rooms are joined: what a client asks for after connecting leaves no gap.
    socket.data.ready = this.#welcome(socket, recorded);
    socket.data.ready.catch((error: unknown) => {
      this.#logger.warn({ error, connectionId: socket.id });
      socket.disconnect(true);
    });
    this.router.serve(socket);
    socket.on('disconnect', () => {
      this.presence.disconnected(userId, socket.id);
      recorded.then(() => this.connections.closed(socket.id)).catch(() => undefined);
    });
  }

  async #welcome(socket: ParleySocket, recorded: Promise<void>): Promise<void> {
    const { userId, sessionId } = socket.data.caller;
    await this.#joinRooms(socket);
    const [user] = await Promise.all([this.users.get(userId), recorded]);
    // Revoked between the handshake and the joining of the session's channel: nobody else would close it.
    if (!(await this.sessions.live(sessionId))) {
      socket.emit('session:revoked', { reason: 'signed_out' });
      socket.disconnect(true);
      return;
    }
    socket.emit('session:ready', { user, connectionId: socket.id, serverTime: new Date().toISOString() });
  }

  /** Reads the list again when a membership changed meanwhile: the socket must not join what was just left. */
  async #joinRooms(socket: ParleySocket): Promise<void> {
    let changes: number;
    let roomIds: string[];
    do {
      changes = this.access.changes;
      roomIds = await this.members.roomIdsOf(socket.data.caller.userId);
    } while (changes !== this.access.changes);
    void socket.join(roomIds.map(roomChannel));
  }

  /** An open socket is use of its session; it ends with it all the same. */
  async #closeExpired(): Promise<void> {
    const now = Date.now();
    for (const socket of [...this.server.io.of('/').sockets.values()]) {
      const session = socket.data.expiresAt > now && (await this.sessions.live(socket.data.caller.sessionId));
      if (session) {
        this.sessions.use(session);
        continue;
      }
      socket.emit('session:revoked', { reason: 'expired' });
      socket.disconnect(true);
    }
  }
}

/** A refused handshake tells its code in `err.data`. */
function toConnectError(error: unknown): Error {
  const { code, message, details } = error instanceof AppError ? error : unavailable();
  const { retryAfterMs } = details;
  return Object.assign(new Error(message), {
    data: { code, message, ...(retryAfterMs && { retryAfterMs }) },
  });
}
