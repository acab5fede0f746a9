/** Where Redis is, and what every name that Parley uses there begins with. */
export type RedisAddress = { url: string; prefix: string };

/**
 * `redis://USER:PASSWORD@HOST:PORT/DATABASE?prefix=NAME`, or `rediss://` over TLS. Several installations may share one
 * server: by the number of the database, which publishing and subscribing know nothing of, and by `prefix`.
 */
export function redisAddress(url: string): RedisAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const database = /^\/?(\d{0,4})$/.exec(pathname)?.[1];
  const name = searchParams.get('prefix') ?? '';
  const isKnown = [...searchParams.keys()].every((key) => key === 'prefix');
  if (!/^rediss?:$/.test(protocol) || hostname === '' || database === undefined) return null;
  if (!isKnown || !/^[\w.-]{0,60}$/.test(name)) return null;

  const bare = new URL(url);
  bare.search = '';
  return { url: bare.href, prefix: `parley:${Number(database)}:${name && `${name}:`}` };
}
