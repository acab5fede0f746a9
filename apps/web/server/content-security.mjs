import { randomBytes } from 'node:crypto';

/**
 * Only scripts of this page run, each marked with a number made for this answer. Next reads it from the request's
 * own policy header, our pages from `x-nonce`. Styles may stand in the HTML: the message list sets positions. Pictures
 * come from elsewhere only where another system says who people are and what they look like.
 */
export const protectContent = (request, response, { dev, https, foreignPictures }) => {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${foreignPictures ? ' https:' : ''}`,
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  request.headers['x-nonce'] = nonce;
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
};
