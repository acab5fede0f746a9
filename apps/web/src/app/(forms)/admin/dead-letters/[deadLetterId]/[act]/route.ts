import { adminForm } from '@/lib/server/admin-form';

/** What admins do about work that was given up, by the last part of the address. */
export const POST = async (
  request: Request,
  { params }: RouteContext<'/admin/dead-letters/[deadLetterId]/[act]'>,
): Promise<Response> => {
  const { deadLetterId, act } = await params;
  switch (act) {
    case 'replay':
      return adminForm(request, 'replayed', (api) => api.call('adminReplayDeadLetter', { deadLetterId }));
    case 'discard':
      return adminForm(request, 'discarded', (api) => api.call('adminDiscardDeadLetter', { deadLetterId }));
    default:
      return new Response(null, { status: 404 });
  }
};
