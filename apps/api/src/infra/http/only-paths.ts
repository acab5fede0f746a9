import type { IncomingMessage, Server } from 'node:http';

/**
 * Below here an address is a path. A whole URL, as proxies are asked (RFC 9112, 3.2.2), counts by its path; what is
 * neither is nowhere. Express would have it parsed by `url.parse`, which is to throw on some of it.
 */
export function onlyPaths(server: Server): void {
  server.prependListener('request', (request: IncomingMessage) => {
    if (!request.url?.startsWith('/')) request.url = pathOf(request.url ?? '');
  });
}

const NOWHERE = '//';

function pathOf(url: string): string {
  if (!URL.canParse(url)) return NOWHERE;
  const { pathname, search } = new URL(url);
  return pathname.startsWith('/') ? pathname + search : NOWHERE;
}
