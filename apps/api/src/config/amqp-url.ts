/** Where RabbitMQ is, and what the name of everything that Parley makes there begins with. */
export type AmqpAddress = { url: string; prefix: string };

/**
 * `amqp://USER:PASSWORD@HOST:PORT/VHOST?prefix=NAME`, or `amqps://` over TLS. Several installations may share one broker,
 * by virtual hosts or by `prefix`.
 */
export function amqpAddress(url: string): AmqpAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, searchParams } = new URL(url);
  const name = searchParams.get('prefix') ?? '';
  const isKnown = [...searchParams.keys()].every((key) => key === 'prefix');
  if (!/^amqps?:$/.test(protocol) || hostname === '' || !isKnown || !/^[\w.-]{0,60}$/.test(name)) return null;

  const bare = new URL(url);
  bare.search = '';
  return { url: bare.href, prefix: `parley.${name && `${name}.`}` };
}
