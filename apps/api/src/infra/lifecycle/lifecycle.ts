import { Injectable } from '@nestjs/common';

/** Whether this node still takes work. Readiness and the doors ask; the drain sets it. */
@Injectable()
export class Lifecycle {
  #draining = false;
  readonly #listeners: (() => void)[] = [];

  get isDraining(): boolean {
    return this.#draining;
  }

  startDraining(): void {
    this.#draining = true;
    for (const listener of this.#listeners) listener();
  }

  /** Runs once the drain begins: what would keep connections open has to come to an end. */
  onDraining(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
