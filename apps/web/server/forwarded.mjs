const isLoopback = (address) => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);

/**
 * Says in the headers where a request came from, for the API and the pages behind. What a client says of itself
 * counts only when the client is this machine, that is, a proxy in front of us.
 */
export const markOrigin = (request) => {
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? '';
  if (!isLoopback(peer)) {
    for (const name of ['for', 'host', 'proto', 'port']) delete headers[`x-forwarded-${name}`];
    delete headers.forwarded;
  }
  headers['x-forwarded-for'] = [headers['x-forwarded-for'], peer].filter(Boolean).join(', ');
  headers['x-forwarded-host'] ||= headers.host ?? '';
  headers['x-forwarded-proto'] ||= 'http';
};
