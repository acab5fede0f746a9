import proxyAddr from 'proxy-addr';

/** Whose `X-Forwarded-*` headers count: addresses, ranges, and names such as `loopback`. Throws when one is none. */
export const trusting = (proxies) => {
  const isTrusted = proxyAddr.compile(proxies);
  return (address) => isTrusted(address, 0);
};

/**
 * Says in the headers where a request came from, for the API and the pages behind. What a client says of itself
 * counts only when it is a proxy that is trusted.
 */
export const markOrigin = (request, isTrusted) => {
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? '';
  if (!isTrusted(peer)) {
    for (const name of ['for', 'host', 'proto', 'port']) delete headers[`x-forwarded-${name}`];
    delete headers.forwarded;
  }
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], peer].filter(Boolean).join(', ');
  headers['x-forwarded-host'] ||= headers.host ?? '';
  headers['x-forwarded-proto'] ||= 'http';
};

/** Whether whoever asked came by https, as `markOrigin` left it. */
export const cameByHttps = ({ headers }) => headers['x-forwarded-proto'].split(',')[0].trim() === 'https';
