import * as content from './attachment-content';

/** What shows files. The server has it always; a page fetches it: see `use-attachment-content.browser`. */
export const useAttachmentContent = (): typeof content | null => content;
