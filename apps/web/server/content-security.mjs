import { randomBytes } from 'node:crypto';

/**
 * Only scripts of this page run, each marked with a number made for this answer. Next reads it from the request's
 * own policy header, our pages from `x-nonce`. Styles may stand in the HTML: the message list sets positions.
 */
export const protectContent = (request, response, { dev }) => {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  request.headers['x-nonce'] = nonce;
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
};
