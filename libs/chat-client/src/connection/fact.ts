import type { FactName, FactPayload } from '@parley/shared-types';

/** One fact with its name, so that reducers can tell them apart. */
export type Fact = { [Name in FactName]: { name: Name; payload: FactPayload<Name> } }[FactName];

type Handler = (payload: never) => void;

/** Hands facts to whoever asked for them by name. */
export class FactListeners {
  private readonly handlers = new Map<FactName, Set<Handler>>();

  on<Name extends FactName>(name: Name, handler: (payload: FactPayload<Name>) => void): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  tell(fact: Fact) {
    for (const handler of [...(this.handlers.get(fact.name) ?? [])]) handler(fact.payload as never);
  }
}
