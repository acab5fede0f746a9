import { moduleOnDemand } from '@/lib/module-on-demand';

/** What reads and shows marks; null until the first message that has marks brought it. Takes the place of `use-grammar` in browsers. */
export const useGrammar = moduleOnDemand(() => import('./grammar'));
