export type Toast = {
  text: string;
  /** Told at once, in between whatever is being read out. */
  urgent?: boolean;
  action?: { label: string; run: () => void };
};

export type ShownToast = Toast & { key: number };

let current: ShownToast | null = null;
let count = 0;
const listeners = new Set<() => void>();

const set = (next: ShownToast | null) => {
  current = next;
  for (const changed of listeners) changed();
};

/** Says something in passing. The latest one takes the place of the one before. */
export const showToast = (toast: Toast) => set({ ...toast, key: ++count });

/** Takes a toast away, unless another one has come in its place. */
export const hideToast = (toast: ShownToast) => {
  if (current === toast) set(null);
};

export const toastStore = {
  subscribe: (changed: () => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
  get: () => current,
  none: () => null,
};
