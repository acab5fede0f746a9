import { postForm } from '@/lib/server/post-form';
import { readForm } from '@/lib/server/read-form';
import { filesOf, uploadFiles } from '@/lib/server/upload-files';

/** What a form holds beside its picture, in bytes. */
const FRAME_BYTES = 4_096;

/** Gives me the picture that the form brings, or takes mine away. */
export const POST = (request: Request) =>
  postForm('/account', async (api) => {
    const { maxImageBytes } = await api.call('uploadRules');
    const form = await readForm(request, maxImageBytes + FRAME_BYTES);
    if (form.has('remove')) await api.call('updateMe', { avatarAttachmentId: null });
    const [picture] = await uploadFiles(filesOf(form, 'file').slice(0, 1));
    if (picture) await api.call('updateMe', { avatarAttachmentId: picture.id });
    return '/account';
  });
