/** The cookie that carries the token in a browser. */
export const SESSION_COOKIE = 'session';
