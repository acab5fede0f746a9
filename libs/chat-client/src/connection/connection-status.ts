/**
 * `connecting` until the first connection, `online` once the room list is right, `offline` from the loss of the
 * connection until it is back, `signed-out` when the session ended (nothing is retried; unsent messages are kept).
 */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'signed-out';

/** `since` is when this state began, in milliseconds since the epoch; 0 before the start. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  readonly since: number;
}

/** The status as an external store: fits React's `useSyncExternalStore`. */
export interface ConnectionStatusStore {
  get(): ConnectionStatus;
  subscribe(listener: () => void): () => void;
}

export const NOT_STARTED: ConnectionStatus = { state: 'connecting', since: 0 };

export class StatusStore implements ConnectionStatusStore {
  private status = NOT_STARTED;
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.status;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Told only when the state really changes, so that `since` counts from the first moment of trouble. */
  set(state: ConnectionState) {
    if (state === this.status.state && this.status.since > 0) return;
    this.status = { state, since: Date.now() };
    for (const listener of [...this.listeners]) listener();
  }
}
