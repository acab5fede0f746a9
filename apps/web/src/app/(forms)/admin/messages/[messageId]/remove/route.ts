import { adminForm } from '@/lib/server/admin-form';

export const POST = async (
  request: Request,
  { params }: RouteContext<'/admin/messages/[messageId]/remove'>,
) => {
  const { messageId } = await params;
  return adminForm(request, 'removed', (api) => api.call('adminRemoveMessage', { messageId }));
};
