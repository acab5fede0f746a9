import { adminForm } from '@/lib/server/admin-form';
import { textOf } from '@/lib/server/form-reply';

/** What admins do about a person, by the last part of the address. */
export const POST = async (
  request: Request,
  { params }: RouteContext<'/admin/people/[userId]/[act]'>,
): Promise<Response> => {
  const { userId, act } = await params;
  switch (act) {
    case 'rename':
      return adminForm(request, 'renamed', (api, form) => {
        const [username, shown] = [textOf(form, 'username'), textOf(form, 'displayName')];
        // Left as it is, a shown name that nobody chose goes with the username.
        const displayName = shown && shown !== textOf(form, 'displayNameBefore') ? shown : undefined;
        return api.call('adminUpdateUser', { userId, username, displayName });
      });
    case 'deactivate':
      return adminForm(request, 'deactivated', (api) =>
        api.call('adminUpdateUser', { userId, deactivated: true }),
      );
    case 'reactivate':
      return adminForm(request, 'reactivated', (api) =>
        api.call('adminUpdateUser', { userId, deactivated: false }),
      );
    case 'sign-out':
      return adminForm(request, 'signedOut', (api) => api.call('adminEndSessions', { userId }));
    default:
      return new Response(null, { status: 404 });
  }
};
