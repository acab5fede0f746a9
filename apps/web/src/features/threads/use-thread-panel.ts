import * as panel from './thread-panel';

/** What shows a thread. The server has it always; a page fetches it: see `use-thread-panel.browser`. */
export const useThreadPanel = (): typeof panel | null => panel;
