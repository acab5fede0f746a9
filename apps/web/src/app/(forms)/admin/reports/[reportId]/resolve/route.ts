import { adminForm } from '@/lib/server/admin-form';

export const POST = async (
  request: Request,
  { params }: RouteContext<'/admin/reports/[reportId]/resolve'>,
) => {
  const { reportId } = await params;
  return adminForm(request, 'resolved', (api) => api.call('adminResolveReport', { reportId }));
};
