import type { Namespace } from 'socket.io';
import { ClusterAdapter, type ClusterMessage } from 'socket.io-adapter';
import type { Bus } from '../bus/bus.js';

/**
 * Socket.IO's adapter for several nodes, over the bus. Sockets of this node are told at once: they wait for nobody, and
 * hear what is said here also when the others cannot.
 */
class BusAdapter extends ClusterAdapter {
  constructor(
    namespace: Namespace,
    private readonly bus: Bus,
  ) {
    super(namespace);
    bus.on('sockets', (message) => this.onMessage(message as ClusterMessage));
  }

  doPublish(message: ClusterMessage): Promise<string> {
    this.bus.publish('sockets', message);
    return Promise.resolve('');
  }

  /** Nothing of ours asks other nodes for an answer. */
  doPublishResponse(): Promise<void> {
    return Promise.resolve();
  }
}

/** Socket.IO calls it with `new`. */
export const adapterOver = (bus: Bus) =>
  function adapter(namespace: Namespace) {
    return new BusAdapter(namespace, bus);
  };
