import { textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';

/** Without a script nobody can tell what was on screen, so the reader says it. */
export const POST = async (request: Request, { params }: RouteContext<'/rooms/[roomId]/read'>) => {
  const { roomId } = await params;
  const form = await request.formData();
  return postForm(`/rooms/${roomId}`, async (api) => {
    await api.call('markRead', { roomId, seq: Number(textOf(form, 'seq')) });
    return `/rooms/${roomId}`;
  });
};
