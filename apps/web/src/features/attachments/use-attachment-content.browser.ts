import { moduleOnDemand } from '@/lib/module-on-demand';

/** What shows files; null until the first message that has any brought it. Takes the place of `use-attachment-content` in browsers. */
export const useAttachmentContent = moduleOnDemand(() => import('./attachment-content'));
