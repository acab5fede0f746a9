import { ProblemError } from '@parley/chat-client/server';
import { ERROR_STATUS, NEW_NAME_NEEDS_PASSWORD, type ErrorCode } from '@parley/shared-types';
import { signInTrouble } from './sign-in-trouble';

const refusal = (code: ErrorCode, path?: string, message = '') =>
  new ProblemError({
    type: 'about:blank',
    title: code,
    status: ERROR_STATUS[code],
    detail: message,
    code,
    ...(path && { errors: [{ path, message }] }),
    requestId: 'r',
  });

describe('what a refused sign-in asks for next', () => {
  it('is the password, with nothing wrong yet', () => {
    const trouble = signInTrouble(refusal('unauthenticated', 'password'), { ask: null });
    expect(trouble).toEqual({ ask: 'password', at: 'password', code: null });
  });

  it('is a new password for a name that nobody has', () => {
    const problem = refusal('unauthenticated', 'password', NEW_NAME_NEEDS_PASSWORD);
    expect(signInTrouble(problem, { ask: null })).toMatchObject({ ask: 'newPassword', code: null });
  });

  it('is the password again when it was wrong', () => {
    const given = { ask: 'password', password: 'guess' } as const;
    expect(signInTrouble(refusal('unauthenticated', 'password'), given)).toEqual({
      ask: 'password',
      at: 'password',
      code: 'unauthenticated',
    });
  });

  it('is another code, or still the password, when a code was wrong', () => {
    const problem = refusal('unauthenticated', 'recoveryCode');
    const told = { at: 'recoveryCode', code: 'unauthenticated' };
    expect(signInTrouble(problem, { ask: 'password', recoveryCode: 'x' })).toEqual({
      ask: 'password',
      ...told,
    });
    expect(signInTrouble(problem, { ask: 'recoveryCode', recoveryCode: 'x' })).toEqual({
      ask: 'recoveryCode',
      ...told,
    });
  });

  it('is a code where only a code or another browser opens the name', () => {
    expect(signInTrouble(refusal('unauthenticated', 'recoveryCode'), { ask: null })).toEqual({
      ask: 'recoveryCode',
      at: 'recoveryCode',
      code: null,
    });
  });

  it('is what it was when something else went wrong, told by the field in question', () => {
    const given = { ask: 'newPassword', password: 'password' } as const;
    const weak = signInTrouble(refusal('validation_failed', 'password'), given);
    expect(weak).toMatchObject({ ask: 'newPassword', at: 'password', code: 'validation_failed' });
    const bad = signInTrouble(refusal('validation_failed', 'username'), { ask: null });
    expect(bad).toMatchObject({ ask: null, at: 'username', code: 'validation_failed' });
    expect(signInTrouble(refusal('unavailable'), given)).toMatchObject({
      at: 'password',
      code: 'unavailable',
    });
  });

  it('says when to come back', () => {
    const limited = new ProblemError(refusal('rate_limited').problem, 90_000);
    expect(signInTrouble(limited, { ask: 'password', password: 'x' })).toMatchObject({
      retryAfterMs: 90_000,
    });
  });
});
