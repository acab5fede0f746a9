import { useSyncExternalStore } from 'react';
import { persistently } from './persistently';

/**
 * A hook that answers what `load` fetches, and null until it is there. It is fetched when the hook is first used; whoever
 * comes after a failure asks again.
 */
export const moduleOnDemand = <Module>(load: () => Promise<Module>) => {
  let module: Module | null = null;
  let asked: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const take = (loaded: Module) => {
    module = loaded;
    for (const changed of listeners) changed();
  };
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    asked ??= persistently(load).then(take, () => {
      asked = null;
    });
    return () => {
      listeners.delete(changed);
    };
  };
  const get = () => module;

  return function useModule() {
    return useSyncExternalStore(subscribe, get, get);
  };
};
