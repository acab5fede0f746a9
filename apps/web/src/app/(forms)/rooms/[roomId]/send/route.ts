import { roomPath, threadPath } from '@/features/shell/paths';
import { textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';
import { readForm } from '@/lib/server/read-form';
import { filesOf, uploadFiles } from '@/lib/server/upload-files';

/** What a form holds beside its files, in bytes; a text of the greatest length and its frame fit in. */
const TEXT_BYTES = 1024 ** 2;

/**
 * Posts the composer's form. Its `clientId` was made with the page, so sending it twice posts once. Its files together
 * may be as large as one file elsewhere.
 */
export const POST = async (request: Request, { params }: RouteContext<'/rooms/[roomId]/send'>) => {
  const { roomId } = await params;
  // Where a thread's form came from is only known once it is read.
  let from = roomPath(roomId);
  return postForm(
    () => from,
    async (api) => {
      const { maxFileBytes } = await api.call('uploadRules');
      const form = await readForm(request, maxFileBytes + TEXT_BYTES);
      const threadRootId = textOf(form, 'threadRootId');
      if (threadRootId) from = threadPath(roomId, threadRootId);
      // A form breaks lines with CR LF, a message with LF alone, as the live page sends it.
      const body = textOf(form, 'body').replace(/\r\n?/g, '\n').trim();
      const files = await uploadFiles(filesOf(form, 'files'));
      const attachmentIds = files.map(({ id }) => id);
      const clientId = textOf(form, 'clientId');
      if (body || files.length > 0)
        await api.call('postMessage', {
          ...{ roomId, clientId, body },
          ...(files.length > 0 && { attachmentIds }),
          ...(threadRootId && { threadRootId }),
        });
      return from;
    },
  );
};
