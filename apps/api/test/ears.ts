import { facts, type FactName, type FactPayload, type Message } from '@parley/shared-types';
import { exactly } from './exactly.js';
import { until } from './until.js';

type Heard = { name: FactName; payload: unknown };

/** Everything one socket was told, in order, each checked against the contract. */
export class Ears {
  readonly heard: Heard[] = [];
  readonly #breaches: unknown[] = [];

  /** Takes what a socket received; `check` tells what of it broke the contract. */
  hear(name: string, payload: unknown): void {
    try {
      if (!(name in facts)) throw new Error(`The server told an unknown fact: ${name}`);
      const known = name as FactName;
      this.heard.push({ name: known, payload: exactly(facts[known].payload, payload, name) });
    } catch (breach) {
      this.#breaches.push(breach);
    }
  }

  /** @throws what was wrong with the first fact that did not fit the contract */
  check(): void {
    if (this.#breaches.length > 0) throw this.#breaches[0];
  }

  of<Name extends FactName>(name: Name): FactPayload<Name>[] {
    return this.heard.filter((one) => one.name === name).map(({ payload }) => payload as FactPayload<Name>);
  }

  /** All messages told so far, in the order of their telling. */
  messagesIn(roomId: string): Message[] {
    return this.of('message:created').flatMap((fact) => (fact.roomId === roomId ? fact.messages : []));
  }

  /** The first fact of this name that fits, heard already or still to come. */
  first<Name extends FactName>(
    name: Name,
    fits: (payload: FactPayload<Name>) => boolean = () => true,
  ): Promise<FactPayload<Name>> {
    return until(`${name} among ${this.heard.map((one) => one.name).join(', ')}`, () =>
      this.of(name).find(fits),
    );
  }

  forget(): void {
    this.heard.length = 0;
  }
}
