/** Where to go after signing in: an address of this site, never another one's. Anything doubtful is `/`. */
export const safeNext = (next: unknown) => {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return '/';
  return /^\/(login|sign-in|sign-out)(?=[/?]|$)/.test(next) ? '/' : next;
};
