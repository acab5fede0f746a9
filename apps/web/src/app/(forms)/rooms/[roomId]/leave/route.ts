import { postForm } from '@/lib/server/post-form';

export const POST = async (_request: Request, { params }: RouteContext<'/rooms/[roomId]/leave'>) => {
  const { roomId } = await params;
  return postForm(`/rooms/${roomId}`, async (api) => {
    await api.call('leaveRoom', { roomId });
    return '/rooms';
  });
};
