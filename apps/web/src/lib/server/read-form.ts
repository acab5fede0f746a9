import 'server-only';
import { ProblemError } from '@parley/chat-client/server';
import { ERROR_STATUS } from '@parley/shared-types';

const tooLarge = () => {
  const code = 'payload_too_large';
  return new ProblemError({
    type: 'about:blank',
    title: code,
    status: ERROR_STATUS[code],
    detail: 'The form is too large.',
    code,
    requestId: '',
  });
};

/**
 * A posted form with files, which this server holds in memory for as long as it passes them on: so it must say how
 * large it is, and may not be larger than `maxBytes`. Throws `ProblemError` `payload_too_large`.
 */
export const readForm = async (request: Request, maxBytes: number): Promise<FormData> => {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= maxBytes)) throw tooLarge();
  return request.formData();
};
