import { Injectable } from '@nestjs/common';

/** Whether this node still takes work. Readiness and the doors ask; the drain sets it. */
@Injectable()
export class Lifecycle {
  #draining = false;

  get isDraining(): boolean {
    return this.#draining;
  }

  startDraining(): void {
    this.#draining = true;
  }
}
