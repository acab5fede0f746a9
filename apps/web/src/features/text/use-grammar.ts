import * as grammar from './grammar';

/** What reads and shows marks. The server has it always; a page fetches it: see `use-grammar.browser`. */
export const useGrammar = (): typeof grammar | null => grammar;
