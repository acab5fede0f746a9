import { moduleOnDemand } from '@/lib/module-on-demand';

/** What lists pins; null until somebody wanted to see them. Takes the place of `use-pins-panel` in browsers. */
export const usePinsPanel = moduleOnDemand(() => import('./pins-panel'));
