/** A value outside React, for `useSyncExternalStore`: only what reads a changed part of it renders. */
export const createStore = <State extends object>(initial: State) => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (changes: Partial<State>) => {
      state = { ...state, ...changes };
      for (const changed of listeners) changed();
    },
    subscribe: (changed: () => void) => {
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
      };
    },
  };
};
