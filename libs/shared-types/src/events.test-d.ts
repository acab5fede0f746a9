import type {
  ClientToServerEvents,
  CommandData,
  CommandInput,
  CommandPayload,
  FactPayload,
  ServerToClientEvents,
} from './events.js';
import type { Message } from './messages.js';
import type { RouteArguments, RouteData, routes } from './routes.js';

// Checked by the compiler alone (tsconfig.test.json): each line below an expected error must not compile.

declare const socket: {
  emit<Name extends keyof ClientToServerEvents>(
    name: Name,
    ...args: Parameters<ClientToServerEvents[Name]>
  ): void;
  on<Name extends keyof ServerToClientEvents>(name: Name, listener: ServerToClientEvents[Name]): void;
};
declare const id: string;

socket.emit('message:send', { roomId: id, clientId: id, body: 'hi' });
socket.emit('message:send', { roomId: id, clientId: id, body: 'hi' }, (reply) => {
  if (reply.ok) reply.data.seq.toFixed();
  else reply.error.code satisfies string;
  // @ts-expect-error data is there only once `ok` is known
  void reply.data;
});
socket.emit('message:send', { roomId: id, clientId: id, attachmentIds: [id] });
// @ts-expect-error a message needs a room
socket.emit('message:send', { clientId: id, body: 'hi' });
// @ts-expect-error the sender is known from the session
socket.emit('message:send', { roomId: id, clientId: id, body: 'hi', senderId: id });
// @ts-expect-error seq is a number
socket.emit('room:read', { roomId: id, seq: '1' });
// @ts-expect-error nobody chooses to be offline
socket.emit('presence:set', { status: 'offline' });
// @ts-expect-error there is no such command
socket.emit('message:shout', {});
// @ts-expect-error a fact is no command
socket.emit('message:created', {});

socket.on('message:created', ({ roomId, version, messages }) => {
  roomId satisfies string;
  version satisfies number;
  messages satisfies Message[];
});
// @ts-expect-error there is no such fact
socket.on('message:shouted', () => {});
socket.on('presence:updated', ({ users }) => {
  // @ts-expect-error the field is called userId
  void users[0]?.id;
});

// Before validation a limit may be left out; after it, it is there.
({ roomId: id }) satisfies CommandInput<'room:history'>;
// @ts-expect-error the handler always gets a limit
({ roomId: id }) satisfies CommandPayload<'room:history'>;

declare const sent: CommandData<'message:send'>;
sent satisfies Message;
declare const joined: FactPayload<'member:joined'>;
joined.user.displayName satisfies string;

// A route takes path, query and body in one object.
({ roomId: id, clientId: id, body: 'hi' }) satisfies RouteArguments<(typeof routes)['postMessage']>;
// @ts-expect-error the path needs its room
({ clientId: id, body: 'hi' }) satisfies RouteArguments<(typeof routes)['postMessage']>;
declare const posted: RouteData<(typeof routes)['postMessage']>;
posted satisfies Message;
declare const ended: RouteData<(typeof routes)['logout']>;
ended satisfies void;
