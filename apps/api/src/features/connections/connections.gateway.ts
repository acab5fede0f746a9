import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppError, unavailable } from '../../common/app-error.js';
import { Lifecycle } from '../../infra/lifecycle/lifecycle.js';
import { CommandRouter } from '../../infra/realtime/command-router.js';
import { RealtimeServer } from '../../infra/realtime/realtime-server.js';
import { roomChannel, sessionChannel, userChannel, type ParleySocket } from '../../infra/realtime/socket.js';
import { AuthService } from '../auth/auth.service.js';
import { presentedToken } from '../auth/presented-token.js';
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
    private readonly lifecycle: Lifecycle,
    private readonly auth: AuthService,
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
    this.#expiryCheck = setInterval(() => this.#closeExpired(), EXPIRY_CHECK_MS);
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

    const { expiresAt, userId, sessionId } = await this.auth.authenticate(token);
    socket.data.caller = { userId, sessionId, connectionId: socket.id };
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
    if (!(await this.auth.isLive(sessionId))) {
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

  #closeExpired(): void {
    const now = Date.now();
    for (const socket of this.server.io.of('/').sockets.values()) {
      if (socket.data.expiresAt > now) continue;
      socket.emit('session:revoked', { reason: 'expired' });
      socket.disconnect(true);
    }
  }
}

/** A refused handshake tells its code in `err.data`. */
function toConnectError(error: unknown): Error {
  const { code, message } = error instanceof AppError ? error : unavailable();
  return Object.assign(new Error(message), { data: { code, message } });
}
