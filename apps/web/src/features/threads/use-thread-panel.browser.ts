import { moduleOnDemand } from '@/lib/module-on-demand';

/** What shows a thread; null until the first one that is opened brought it. Takes the place of `use-thread-panel` in browsers. */
export const useThreadPanel = moduleOnDemand(() => import('./thread-panel'));
