import { textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';

/** Posts the composer's form. Its `clientId` was made with the page, so sending it twice posts once. */
export const POST = async (request: Request, { params }: RouteContext<'/rooms/[roomId]/send'>) => {
  const { roomId } = await params;
  const form = await request.formData();
  // A form breaks lines with CR LF, a message with LF alone, as the live page sends it.
  const body = textOf(form, 'body').replace(/\r\n?/g, '\n').trim();
  return postForm(`/rooms/${roomId}`, async (api) => {
    if (body) await api.call('postMessage', { roomId, clientId: textOf(form, 'clientId'), body });
    return `/rooms/${roomId}`;
  });
};
