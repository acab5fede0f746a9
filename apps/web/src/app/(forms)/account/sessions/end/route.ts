import { formOf, textOf } from '@/lib/server/form-reply';
import { securityForm } from '@/lib/server/security-form';

/** Signs out the device that the form names, or all but this one. */
export const POST = async (request: Request) => {
  const sessionId = textOf(await formOf(request), 'sessionId');
  return securityForm('devices', async (api) => {
    if (sessionId) await api.call('endSession', { sessionId });
    else await api.call('endOtherSessions');
    return { done: sessionId ? 'device' : 'devices' };
  });
};
