import { v7 as uuidv7 } from 'uuid';
import { Bus } from './bus.js';

const DONE = Promise.resolve();

/** One node: there is nobody to be told, and nobody who changes anything. */
export class LocalBus extends Bus {
  readonly nodeId = uuidv7();
  readonly isShared = false;
  readonly isUp = true;
  readonly isFirst = true;

  publish = () => undefined;
  on = () => undefined;
  guard = () => undefined;
  onMissed = () => undefined;
  onUp = () => undefined;
  onGone = () => undefined;
  settled = () => DONE;
  heard = () => DONE;
}
