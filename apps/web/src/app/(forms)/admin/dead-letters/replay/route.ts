import { adminForm } from '@/lib/server/admin-form';

export const POST = (request: Request) =>
  adminForm(request, 'replayed', (api) => api.call('adminReplayDeadLetters', {}));
