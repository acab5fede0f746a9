import type { Chat } from '@parley/chat-client';
import type { UploadRules } from '@parley/shared-types';

let known: UploadRules | undefined;

/** How large files may be here; asked once. Undefined when the server cannot be asked now. */
export const uploadRules = async (chat: Chat) =>
  (known ??= await chat.api.call('uploadRules').catch(() => undefined));
