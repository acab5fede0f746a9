import type { Socket } from 'socket.io';

/** What Engine.IO itself pings with. */
type Pinging = { sendPacket: (type: 'ping') => void };

/**
 * Settles when a client has heard all that it was sent until now: it answers a ping behind that. Whatever it had sent
 * before it heard is here by then, as one connection keeps the order. Settles too when the connection ends.
 */
export function heard({ conn }: Pick<Socket, 'conn'>): Promise<void> {
  return new Promise((resolve) => {
    conn.once('heartbeat', resolve);
    conn.once('close', () => resolve());
    (conn as unknown as Pinging).sendPacket('ping');
  });
}
