import { postForm } from '@/lib/server/post-form';

export const POST = async (_request: Request, { params }: RouteContext<'/rooms/[roomId]/join'>) => {
  const { roomId } = await params;
  return postForm(`/rooms/${roomId}`, async (api) => {
    await api.call('joinRoom', { roomId });
    return `/rooms/${roomId}`;
  });
};
