import { textOf } from '@/lib/server/form-reply';
import { postForm } from '@/lib/server/post-form';

/** Opens the one room of a pair. */
export const POST = async (request: Request) => {
  const form = await request.formData();
  return postForm('/new', async (api) => {
    const room = await api.call('openDirect', { userId: textOf(form, 'userId') });
    return `/rooms/${room.id}`;
  });
};
