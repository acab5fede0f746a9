/** Limits are off unless a test is about them: everybody of a test comes from one address. */
export const UNLIMITED = { RATE_LIMIT_MESSAGES: 'off', RATE_LIMIT_LOGIN: 'off', RATE_LIMIT_HTTP: 'off' };
