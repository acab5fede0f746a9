import * as panel from './pins-panel';

/** What lists pins. The server has it always; a page fetches it: see `use-pins-panel.browser`. */
export const usePinsPanel = (): typeof panel | null => panel;
